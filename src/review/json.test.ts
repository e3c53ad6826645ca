import { expect, it } from 'vitest';
import type { Problem } from '../archive/problem.ts';
import { checkSchema, parseCheckReport, serializeCheckJson } from './json.ts';

const facts = { url: 'https://example.org/harbour/', docs: true };
const problem: Problem = {
  rule: 'unknown-label',
  severity: 'error',
  file: 'content/episodes/talk/tides.md',
  place: { line: 7, column: 3 },
  message: 'Unexpected label\n::error::x',
  mend: 'Add a speaker.\nOr type a backslash.',
};

it('publishes the schema of its form', async () => {
  // Out of date? `npm test -- -u` writes it again.
  await expect(`${JSON.stringify(checkSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../public/schemas/check.schema.json',
  );
});

it('says each problem with its place and where its rule is explained', () => {
  const said = parseCheckReport(JSON.parse(serializeCheckJson([problem], { facts })));
  expect(said).toEqual({
    version: 1,
    errors: 1,
    warnings: 0,
    problems: [
      {
        rule: 'unknown-label',
        severity: 'error',
        file: 'content/episodes/talk/tides.md',
        line: 7,
        column: 3,
        message: 'Unexpected label ::error::x',
        mend: 'Add a speaker.\nOr type a backslash.',
        help: 'https://example.org/harbour/docs/rules/#unknown-label',
      },
    ],
  });
});

it('leads nowhere where the site has no documentation', () => {
  for (const other of [undefined, { ...facts, docs: false }, { url: 'javascript:1', docs: true }]) {
    const said = parseCheckReport(JSON.parse(serializeCheckJson([problem], { facts: other })));
    expect(said.problems[0]!.help).toBeUndefined();
  }
});

it('cuts what nobody would read to the end', () => {
  const long = { ...problem, message: `Unexpected label \`${'a'.repeat(100_000)}\`` };
  expect(serializeCheckJson([long], {}).length).toBeLessThan(2000);
});
