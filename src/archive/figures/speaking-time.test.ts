import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources } from '../example.ts';
import type { Chapter, Episode, EpisodeFacts, Inline, Note, Passage, Speech } from '../model.ts';
import { isTimed, measureTurns, sumTime } from './speaking-time.ts';

const place = { line: 1, column: 1 };
type Times = Pick<Passage, 'startTime' | 'endTime'>;

const passage = (content: readonly Inline[], times: Times = {}): Passage => ({
  content,
  place,
  ...times,
});
const says = (label: string, ...passages: Passage[]): Speech => ({
  type: 'speech',
  label,
  place,
  passages,
});
/** Words that begin at a time. */
const at = (startTime: number): Passage => passage(['Low water.'], { startTime });
const untimed = passage(['Low water.']);
const laughter: Note = { type: 'note', content: ['laughter'], place };
const chapter: Chapter = { type: 'chapter', title: 'Tides', place };
const time = (seconds: number): Inline => ({ type: 'time', seconds });

function joined(
  parts: readonly (Chapter | Note | Speech)[],
  facts?: Partial<EpisodeFacts>,
): Episode {
  const { archive } = joinArchive(sources({ episodes: [episode('tides', parts, facts)] }));
  return archive.episodes[0]!;
}

/** `[seconds, quotes]` of each turn. */
const measured = (...given: Parameters<typeof joined>): number[][] =>
  measureTurns(joined(...given)).map(({ seconds, quotes }) => [seconds, quotes]);

const unknown = [0, 0];

describe('speaking time', () => {
  it('of an episode without words is none', () => {
    expect(measured([], { duration: 60 })).toEqual([]);
    expect(sumTime([])).toBeUndefined();
  });

  it('is unknown without times, also where the recording has a length', () => {
    const parts = [says('JF', untimed), says('Ann Reed', untimed)];
    expect(measured(parts, { duration: 60 })).toEqual([unknown, unknown]);
    expect(sumTime(measureTurns(joined(parts)))).toBeUndefined();
  });

  it('is unknown where times go backwards, and known again after that', () => {
    expect(
      measured([says('JF', at(10)), says('Ann Reed', at(4)), says('JF', at(9))], { duration: 12 }),
    ).toEqual([unknown, [5, 1], [3, 1]]);
  });

  it('is unknown where an end lies before its start', () => {
    expect(measured([says('JF', passage(['Late.'], { startTime: 9, endTime: 5 }))])).toEqual([
      unknown,
    ]);
  });

  it('is unknown from the last time on, where the recording has no length or one that is too short', () => {
    const parts = [says('JF', at(10)), says('Ann Reed', at(14))];
    expect(measured(parts)).toEqual([[4, 1], unknown]);
    expect(measured(parts, { duration: 12 })).toEqual([[4, 1], unknown]);
    expect(measured(parts, { duration: 15.5 })).toEqual([
      [4, 1],
      [1.5, 1],
    ]);
  });

  it('is unknown before the first time', () => {
    expect(measured([says('JF', untimed), says('Ann Reed', at(5))], { duration: 8 })).toEqual([
      unknown,
      [3, 1],
    ]);
  });

  it('is nobody’s where two speak between one time and the next', () => {
    expect(
      measured([says('JF', at(0), untimed), says('Ann Reed', untimed), says('JF', at(9))], {
        duration: 10,
      }),
    ).toEqual([unknown, unknown, [1, 1]]);
  });

  it('is theirs when all quotes between one time and the next are', () => {
    expect(measured([says('JF', at(2), untimed, untimed), says('Ann Reed', at(9))])).toEqual([
      [7, 3],
      unknown,
    ]);
  });

  it('of nothing is none: two may begin in the same second', () => {
    expect(measured([says('JF', at(2)), says('Ann Reed', at(2))], { duration: 6 })).toEqual([
      [0, 1],
      [4, 1],
    ]);
  });

  it('leaves out the silence after the end of a quote', () => {
    const heard = passage(['Fog.'], { startTime: 1, endTime: 3 });
    expect(measured([says('JF', heard), says('Ann Reed', at(20))], { duration: 21 })).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  it('bears quotes that overlap', () => {
    const one = passage(['Fog.'], { startTime: 1, endTime: 6 });
    const other = passage(['No fog.'], { startTime: 5, endTime: 8 });
    expect(measured([says('JF', one), says('Ann Reed', other)])).toEqual([
      [5, 1],
      [3, 1],
    ]);
  });

  it('does not count what a note takes, wherever its time stands', () => {
    expect(measured([says('JF', at(0)), laughter, says('JF', at(9))], { duration: 10 })).toEqual([
      [1, 1],
    ]);
    expect(
      measured([says('JF', at(0)), { ...laughter, startTime: 4 }, says('JF', untimed, at(9))], {
        duration: 10,
      }),
    ).toEqual([[5, 2]]);
  });

  it('goes on through a chapter, which takes no time; one that has a time tells it', () => {
    expect(measured([says('JF', at(0)), chapter, says('JF', at(9))], { duration: 10 })).toEqual([
      [10, 2],
    ]);
    expect(
      measured([says('JF', at(0)), { ...chapter, startTime: 4 }, says('Ann Reed', untimed)], {
        duration: 10,
      }),
    ).toEqual([
      [4, 1],
      [6, 1],
    ]);
  });

  it('knows the times among words', () => {
    const content: Inline[] = [
      'Fog ',
      time(3),
      'and ',
      { type: 'strong', children: ['mist', time(5)] },
    ];
    const parts = [
      says('JF', passage(content, { startTime: 1 })),
      says('Ann Reed', untimed),
      says('JF', at(9)),
    ];
    // From the fifth second on Ann Reed speaks alone: no word of Jo Field stands after it.
    expect(measured(parts)).toEqual([[4, 1], [4, 1], unknown]);
  });

  it('keeps the piece of a quote that is known, and does not call the quote known', () => {
    const content: Inline[] = ['Fog ', time(3), 'and mist'];
    const parts = [says('JF', passage(content, { startTime: 1 })), says('Ann Reed', untimed)];
    expect(measured(parts, { duration: 9 })).toEqual([[2, 0], unknown]);
    expect(sumTime(measureTurns(joined(parts)))).toEqual({ seconds: 2, quotes: 0 });
  });

  it('has no endless digits', () => {
    const parts = [0.1, 0.2, 0.3, 0.4].map((start) => says('JF', at(start)));
    expect(measured(parts, { duration: 0.8 })).toEqual([[0.7, 4]]);
  });
});

describe('an episode', () => {
  it.each<[string, boolean, readonly (Chapter | Note | Speech)[]]>([
    ['without words', false, []],
    ['without times', false, [chapter, laughter, says('JF', untimed)]],
    ['with the time of a chapter', true, [{ ...chapter, startTime: 0 }, says('JF', untimed)]],
    ['with the time of a note', true, [{ ...laughter, startTime: 0 }]],
    ['with the end of a quote', true, [says('JF', passage(['Fog.'], { endTime: 1 }))]],
    ['with a time among words', true, [says('JF', passage(['Fog ', time(1), 'horn']))]],
  ])('%s is timed: %s', (_, expected, parts) => {
    expect(isTimed(joined(parts, { duration: 60 }))).toBe(expected);
  });
});
