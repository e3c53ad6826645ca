import { expect, it } from 'vitest';
import { ruleGroups } from '../archive/rules/rules.ts';
import { explainRule, nearestRule, showExample } from './rule.ts';

it('A rule is explained with a wrong and a right example', () => {
  expect(explainRule('label-without-colon')).toBe(`label-without-colon (warning)

A speaker’s name in bold at the start of a paragraph has a colon.
Without it the name is read as words of the speaker before, and so is what follows.

A person has to mend it.

Wrong, in a transcript:
    **Jo Field:** It is late.

    **Ann Reed**

    It is not.

Right, in a transcript:
    **Jo Field:** It is late.

    **Ann Reed:**

    It is not.`);
});

it('A name that no rule has is told from the nearest that one has', () => {
  expect(explainRule('unknown-lable')).toBeUndefined();
  expect(explainRule('__proto__')).toBeUndefined();
  expect(nearestRule('unknown-lable')).toBe('unknown-label');
});

it('Examples hide nothing, and are short', () => {
  expect(showExample('har\u200bbour')).toBe('har[U+200B]bour');
  for (const { rules } of ruleGroups) {
    for (const [name, { wrong, right }] of rules) {
      for (const shown of [showExample(wrong), showExample(right)]) {
        expect(shown, name).not.toMatch(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\r]/);
        expect(shown.length, name).toBeLessThan(450);
      }
    }
  }
});

it('No two rules have one name', () => {
  const names = ruleGroups.flatMap(({ rules }) => rules.map(([name]) => name));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
