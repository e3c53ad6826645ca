import { collectionRules } from './collection.ts';
import { fileRules } from './file.ts';
import { frontMatterRules } from './front-matter.ts';
import { importCommandRules } from './import-command.ts';
import { importRules } from './import.ts';
import { permalinkRules } from './permalink.ts';
import type { Rule } from './rule.ts';
import { speakerRules } from './speaker.ts';
import { transcriptRules } from './transcript.ts';
import { wordRules } from './words.ts';

const groups = {
  transcript: transcriptRules,
  speaker: speakerRules,
  words: wordRules,
  'front-matter': frontMatterRules,
  file: fileRules,
  collection: collectionRules,
  permalink: permalinkRules,
  import: importRules,
  'import-command': importCommandRules,
} as const;

/** Every rule by its permanent name. */
export const rules = {
  ...transcriptRules,
  ...speakerRules,
  ...wordRules,
  ...frontMatterRules,
  ...fileRules,
  ...collectionRules,
  ...permalinkRules,
  ...importRules,
  ...importCommandRules,
} as const;

/** A name that means the same rule for ever. What is not in the catalogue is a mistake of the compiler's to find. */
export type RuleName = keyof typeof rules;

/** A group of rules, in the order in which they are explained. */
export interface RuleGroup {
  readonly id: keyof typeof groups;
  readonly title: string;
  readonly rules: readonly (readonly [name: RuleName, rule: Rule])[];
}

const titles: Readonly<Record<keyof typeof groups, string>> = {
  transcript: 'How a transcript is written',
  speaker: 'Who speaks',
  words: 'Letters, words and times',
  'front-matter': 'The head of a file',
  file: 'Files and their names',
  collection: 'Collections',
  permalink: 'Addresses that last',
  import: 'Files in other formats',
  'import-command': 'What import must be told',
};

/** All rules in groups; within a group by name. */
export const ruleGroups: readonly RuleGroup[] = (
  Object.keys(groups) as (keyof typeof groups)[]
).map((id) => ({
  id,
  title: titles[id],
  rules: (Object.entries(groups[id]) as [RuleName, Rule][]).sort(([a], [b]) => (a < b ? -1 : 1)),
}));

/**
 * What a rule holds; undefined for a name that no rule has.
 *
 * findRule('unknown-label')?.severity // => 'error'
 */
export const findRule = (name: string): Rule | undefined =>
  Object.hasOwn(rules, name) ? rules[name as RuleName] : undefined;

/**
 * Where the page of an archive explains a rule, from the site's root.
 *
 * rulePath('unknown-label') // => '/docs/rules/#unknown-label'
 */
export const rulePath = (name: RuleName): string => `/docs/rules/#${name}`;
