import { describe, expect, it } from 'vitest';
import type { Transcript } from '../archive/model.ts';
import { defaultLimits, findTooLarge, findTooMany } from './limit.ts';

const place = { line: 3, column: 1 };
const told = (problems: ReturnType<typeof findTooLarge>) =>
  problems.map(({ rule, place: at, message, mend }) => [rule, at?.line, message, mend]);

const transcript = (speakers: number, quotes: number, text = 'x'): Transcript => ({
  parts: Array.from({ length: speakers }, (_, at) => ({
    type: 'speech',
    label: `Speaker ${at}`,
    place,
    passages: Array.from({ length: quotes }, () => ({ content: [text], place })),
  })),
});

describe('a file', () => {
  it('may be as large as the limit in bytes, and not a byte more', () => {
    const limits = { ...defaultLimits, fileBytes: 6 };
    expect(findTooLarge('潮汐', 'a.md', limits)).toEqual([]);
    expect(told(findTooLarge('潮汐.', 'a.md', limits))).toEqual([
      [
        'file-too-large',
        1,
        'Unexpected file of 7 bytes, expected at most 6',
        'It is not read. Split it into one file for each recording. If it must be so large, type in `archive.yaml`:\nlimits:\n  fileBytes: 7',
      ],
    ]);
  });

  it('has no line that is longer, but JSON may', () => {
    const text = `short\n${'x'.repeat(64_001)}\nshort\n${'潮'.repeat(21_333)}`;
    expect(told(findTooLarge(text, 'a.md'))).toEqual([
      [
        'line-too-long',
        2,
        'Unexpected line of 64,001 bytes, expected at most 64,000: nobody can cite it',
        'Make paragraphs of it, with an empty line between two. If it must be so long, type in `archive.yaml`:\nlimits:\n  lineBytes: 70000',
      ],
    ]);
    expect(findTooLarge(text, 'a.json')).toEqual([]);
  });
});

describe('a transcript', () => {
  it('has as many quotes and speakers as a recording can have', () => {
    expect(findTooMany(transcript(200, 100), 'a.md')).toEqual([]);
    expect(
      told(findTooMany(transcript(201, 100), 'a.md')).map(([rule, , message]) => [rule, message]),
    ).toEqual([
      ['too-many-quotes', 'Unexpected 20,100 quotes in one episode, expected at most 20,000'],
      ['too-many-speakers', 'Unexpected 201 speakers in one episode, expected at most 200'],
    ]);
  });

  it('has no quote that is longer than a line may be, in JSON as well', () => {
    expect(findTooMany(transcript(1, 1, 'x'.repeat(64_001)), 'a.json')).toMatchObject([
      {
        rule: 'line-too-long',
        place,
        message: 'Unexpected quote of 64,001 bytes, expected at most 64,000: nobody can cite it',
      },
    ]);
  });
});
