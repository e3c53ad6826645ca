import { expect, it } from 'vitest';
import { Cast, findRelabelled } from './cast.ts';
import { episode, speaker, speech } from './example.ts';

const before = new Cast([speaker('jo-field', 'Jo Field', { aliases: ['JF'] })]);
const find = (entry: Parameters<typeof findRelabelled>[0][number], after: Cast): boolean =>
  findRelabelled([entry], before, after).length > 0;

it('A label means another speaker when its alias went to somebody else', () => {
  const after = new Cast([
    speaker('jo-field', 'Jo Field'),
    speaker('jim-ford', 'Jim Ford', { aliases: ['JF'] }),
  ]);
  expect(find(episode('tides', [speech('JF', 'Late.')]), after)).toBe(true);
  expect(find(episode('tides', [speech('Jo Field', 'Late.')]), after)).toBe(false);
});

it('A label means the same speaker when the file was renamed and says so', () => {
  const entry = episode('tides', [speech('JF', 'Late.')]);
  const facts = { aliases: ['JF'] };
  expect(
    find(
      entry,
      new Cast([speaker('joan-field', 'Jo Field', { ...facts, formerly: ['jo-field'] })]),
    ),
  ).toBe(false);
  expect(find(entry, new Cast([speaker('joan-field', 'Jo Field', facts)]))).toBe(true);
});

it('A name that came or went may make a label of speech', () => {
  const after = new Cast([
    speaker('jo-field', 'Jo Field', { aliases: ['JF'] }),
    speaker('in-short', 'In short'),
  ]);
  expect(find(episode('tides', [speech('JF', 'In short: it was late.')]), after)).toBe(true);
  expect(find(episode('tides', [speech('JF', 'In short, it was late.')]), after)).toBe(false);
});

it('A speaker whom an episode names may have come or gone', () => {
  const entry = episode('tides', [speech('J', 'Late.')], { speakers: { J: 'jim-ford' } });
  const jim = speaker('jim-ford', 'Jim Ford');
  expect(find(entry, new Cast([speaker('jo-field', 'Jo Field', { aliases: ['JF'] }), jim]))).toBe(
    true,
  );
});
