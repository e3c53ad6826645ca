import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../archive/problem.ts';
import { filesOf, type Example } from '../archive/rules/rule.ts';
import { findRule, ruleGroups, rulePath, rules, type RuleName } from '../archive/rules/rules.ts';
import { loadArchive } from './archive.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rules-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** What no text in the content folder shows, and where it is shown instead. */
const elsewhere: Readonly<Record<string, string>> = {
  'symbolic-link': 'a link is no text: store/content.test.ts',
  'not-a-file': 'a pipe is no text: store/content.test.ts',
  'not-utf-8': 'a byte that is no letter is no text: store/content.test.ts',
  'wrong-range': 'needs published quotes: archive/cited.test.ts',
  'unknown-wording': 'needs published quotes: archive/cited.test.ts',
  'ledger-id-twice': 'needs whole ledgers: archive/ledger.test.ts',
  'old-words-missing': 'needs a repository without its history: scripts/ids.test.ts',
  'taken-down': 'needs a takedown: scripts/takedown.test.ts',
  'ledger-touched': 'needs --base: scripts/check.test.ts',
  'id-lost': 'needs --base: scripts/check.test.ts',
  'change-unaccounted': 'needs --base: scripts/check.test.ts',
  'episode-withdrawn': 'needs --base: scripts/check.test.ts',
  'transcript-copied': 'needs --base: scripts/check.test.ts',
  'base-unknown': 'needs --base: scripts/check.test.ts',
};
const isImport = (name: RuleName): boolean =>
  ruleGroups.some(
    ({ id, rules }) => id.startsWith('import') && rules.some(([one]) => one === name),
  );

/** What the check says of an example. */
async function check(example: Example): Promise<readonly Problem[]> {
  const folder = await mkdtemp(path.join(root, 'archive-'));
  const files = filesOf(example);
  if (typeof example !== 'string' && example.path === 'archive.yml') files.delete('archive.yaml');
  for (const [inside, text] of files) {
    await mkdir(path.dirname(path.join(folder, inside)), { recursive: true });
    await writeFile(path.join(folder, inside), text);
  }
  return (await loadArchive(folder, { unanswered: true, proofread: true })).problems;
}

const shown = (Object.keys(rules) as RuleName[]).filter(
  (name) => !Object.hasOwn(elsewhere, name) && !isImport(name),
);

describe('the wrong example of each rule breaks it, and the right one breaks none', () => {
  it.each(shown)('%s', async (name) => {
    const rule = findRule(name)!;
    const wrong = await check(rule.wrong);
    expect([...new Set(wrong.map((problem) => problem.rule))]).toContain(name);
    // What is broken is told as itself, and hides nothing else.
    const others = wrong.filter((problem) => problem.rule !== name);
    expect(others.map((problem) => `${problem.rule}: ${problem.message}`)).toEqual(
      companions[name] ? expect.any(Array) : [],
    );
    for (const problem of wrong)
      if (problem.rule === name) expect(problem.severity).toBe(rule.severity);
    if (name.startsWith('ledger-') || name === 'history-line') return;
    expect(await check(rule.right)).toEqual([]);
  });
});

/** Rules that are broken together, and why. */
const companions: Partial<Record<RuleName, string>> = {
  'label-ambiguous': 'the two files that share the name are told, too',
  'topic-contradiction': 'the invented id is unknown, too',
  'no-archive': 'the file with the wrong name is told, too',
};

it('Every rule is explained in whole sentences, without a sign that a reader would have to know', () => {
  for (const [name, rule] of Object.entries(rules)) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
    for (const text of [rule.holds, rule.why]) expect(text, name).toMatch(/^[A-Z`].*[.]$/);
  }
});

it('Rules are found by name, and no other name finds one', () => {
  expect(findRule('unknown-label')?.severity).toBe('error');
  expect(findRule('toString')).toBeUndefined();
  expect(rulePath('unknown-label')).toBe('/docs/rules/#unknown-label');
});

it('Names of rules that are shown elsewhere are names of rules', () => {
  for (const name of Object.keys(elsewhere)) expect(findRule(name), name).toBeDefined();
});
