import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { collection, episode, sources, speaker, speech } from '../archive/example.ts';
import { findQueryProblems } from './saved-problem.ts';

const { archive } = joinArchive(
  sources({
    speakers: [speaker('jo-field', 'Jo Field'), speaker('ann-reed', 'Ann Reed')],
    episodes: [
      episode('fog', [speech('Jo Field', 'Fog again.')], {
        date: '2024-03-02',
        language: 'en',
        roles: { 'jo-field': 'host' },
      }),
    ],
  }),
);

/** What is wrong with a query, each as `line:column severity rule: message | mend`. */
const problems = (query: string): string[] =>
  findQueryProblems([collection('fog', { query })], archive).map(
    ({ file, place, severity, rule, message, mend }) =>
      `${file}:${place?.line}:${place?.column} ${severity} ${rule}: ${message} | ${mend}`,
  );

const at = 'content/collections/fog.mdx:3:1';

describe('a query', () => {
  it.each([
    [
      'fog speaker:jo-feild',
      `${at} error unknown-filter: Unexpected speaker \`jo-feild\` in \`query\`, expected a name, or the name of a file in \`content/speakers\` | Did you mean \`speaker:jo-field\`?`,
    ],
    [
      'show:habour',
      `${at} error unknown-filter: Unexpected show \`habour\` in \`query\`, expected a name, or the name of a file in \`content/shows\` | Did you mean \`show:harbour\`?`,
    ],
    [
      'episode:mist',
      `${at} error unknown-filter: Unexpected episode \`mist\` in \`query\`, expected a title, or the file name of an episode | Did you mean \`episode:fog\`?`,
    ],
    [
      'role:chair',
      `${at} error unknown-filter: Unexpected role \`chair\` in \`query\`, expected one that this archive has: host | Did you mean \`role:host\`?`,
    ],
    [
      'status:read',
      `${at} error unknown-filter: Unexpected status \`read\` in \`query\`, expected one that this archive has: machine, reviewed, verified | Did you mean \`status:reviewed\`?`,
    ],
    [
      'fog year:20x9',
      `${at} error wrong-filter: Unexpected \`year:20x9\` in \`query\`, expected a year or a month behind \`year:\` | For example: \`year:2019\` or \`year:2019-03\`.`,
    ],
    [
      'fog speaker: jo-field',
      `${at} error wrong-filter: Unexpected blank behind \`speaker:\` in \`query\`, expected what it filters by | For example: \`speaker:jo-field\`.`,
    ],
    [
      'fog -speaker:jo-field',
      `${at} error wrong-filter: Unexpected \`-speaker:jo-field\` in \`query\`, expected a word or a phrase behind the \`-\`: filters cannot be left out | Take it out, or name those that are meant: several filters of one name are alternatives.`,
    ],
    [
      'fog speakr:jo-field',
      `${at} warning wrong-filter: Unexpected \`speakr:\` in \`query\`, expected one of speaker:, show:, topic:, episode:, role:, language:, status:, year:, before:, after:: it is looked for as a word | Did you mean \`speaker:jo-field\`? For the words, put them between quotation marks.`,
    ],
    [
      '-- ""',
      `${at} error query-empty: Unexpected \`query\` \`-- ""\`, expected words, a phrase or a filter: it asks for nothing | For example: \`query: fog speaker:jo-field\`. A collection without a search has no line \`query\`.`,
    ],
    [
      'fog '.repeat(80).trim(),
      `${at} error query-too-long: Unexpected \`query\` of 319 characters, expected fewer: the search reads about 300 | Shorten it, or make two collections of it.`,
    ],
  ])('%j says what to type', (query, problem) => expect(problems(query)).toEqual([problem]));

  it('has each of its faults told', () =>
    expect(problems('speaker:jo-feild topic:mud')).toHaveLength(2));

  it.each([
    '"fog signal" speaker:jo-field after:2019',
    'speaker:"Jo Field"',
    'speaker:jo',
    'speaker:ann-reed',
    'status:verified',
    'language:en topic:tides show:harbour role:host',
    '"speaker: the loud one" 10:30 note:this',
    '"the loud speaker: she" fog',
    '-fog',
    '港口',
  ])('such as %j is right', (query) => expect(problems(query)).toEqual([]));
});

it('is not asked of a collection without one', () =>
  expect(findQueryProblems([collection('fog')], archive)).toEqual([]));
