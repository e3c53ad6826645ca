import { closest } from 'fastest-levenshtein';
import { styleText } from 'node:util';
import type { ArchiveFacts } from '../archive/model.ts';
import { pathOf, textOf, type Example } from '../archive/rules/rule.ts';
import { findRule, rulePath, rules, type RuleName } from '../archive/rules/rules.ts';
import { spellHidden } from '../formats/letters.ts';

/**
 * The address at which an archive explains a rule; undefined where its site has no documentation, or no
 * address that is plain.
 *
 * helpAddress('unknown-label', facts) // => 'https://example.org/docs/rules/#unknown-label'
 */
export function helpAddress(
  rule: RuleName,
  facts: Pick<ArchiveFacts, 'url' | 'docs'> | undefined,
): string | undefined {
  if (!facts?.docs || !/^https?:\/\/[^\s()<>]+$/.test(facts.url)) return undefined;
  return `${facts.url.replace(/\/+$/, '')}${rulePath(rule)}`;
}

/**
 * What a rule holds, for a terminal. Undefined for a name that no rule has; `nearestRule` knows what was meant.
 *
 * explainRule('unknown-label') // => 'unknown-label (error)\n\nA paragraph that starts like a label …'
 */
export function explainRule(name: string): string | undefined {
  const rule = findRule(name);
  if (!rule) return undefined;
  return [
    `${styleText('bold', name)} (${rule.severity})`,
    `${rule.holds}\n${rule.why}`,
    ...(rule.except === undefined ? [] : [rule.except]),
    rule.fix === undefined
      ? 'A person has to mend it.'
      : `\`npm run check -- --fix\` mends it: ${rule.fix}`,
    `Wrong, in ${whereOf(rule.wrong)}:\n${styleText('red', indent(showExample(rule.wrong)))}`,
    `Right, in ${whereOf(rule.right)}:\n${styleText('green', indent(showExample(rule.right)))}`,
  ].join('\n\n');
}

/** The name that is spelled most nearly so. */
export const nearestRule = (name: string): RuleName =>
  closest(name, Object.keys(rules)) as RuleName;

/** Where an example stands. */
export const whereOf = (example: Example): string =>
  typeof example === 'string' ? 'a transcript' : `\`content/${pathOf(example)}\``;

const longest = 400;

/** The words of an example; what nobody would see is spelled out, what goes on for ever is cut. */
export function showExample(example: Example): string {
  const text = textOf(example)
    .replace(/^\ufeff/, '[U+FEFF]')
    .replaceAll('\r\n', '[CR][LF]\n')
    .trimEnd();
  const shown = text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text;
  return spellHidden(shown);
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ');
