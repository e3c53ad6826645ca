import { describe, expect, it } from 'vitest';
import type { Transcript } from '../archive/model.ts';
import { podcastChapters } from './podcast.ts';
import { writers } from './writer.ts';

const place = { line: 1, column: 1 };
const transcript: Transcript = {
  parts: [
    { type: 'chapter', title: 'Fog', startTime: 0, place },
    { type: 'chapter', title: 'Untimed', place },
    {
      type: 'speech',
      label: 'Jo Field',
      place,
      passages: [
        {
          content: [
            { type: 'link', url: '/a/', children: ['a'] },
            { type: 'break' },
            { type: 'code', text: 'b' },
            { type: 'time', seconds: 2 },
            { type: 'strong', children: ['c'] },
          ],
          startTime: 1,
          endTime: 3,
          place,
        },
        { content: ['x'], block: 'list', place },
      ],
    },
    { type: 'note', content: ['laughter'], place },
    { type: 'note', label: 'Music', content: ['a horn'], startTime: 5, place },
  ],
};
const facts = { title: 'Fog', language: 'en', topics: ['fog'], date: '2024-03-02' };
const written = (name: string) =>
  writers.find((writer) => writer.name === name)!.write({ facts, transcript });
const lost = (name: string): string[] =>
  written(name).losses.map(({ what, count, which }) => `${count} ${which?.join(' ') ?? what}`);

describe('what a format cannot carry is named', () => {
  it('by WebVTT', () =>
    expect(lost('webvtt')).toEqual([
      '1 links',
      '1 code',
      '1 times inside quotes',
      '1 line breaks',
      '1 lists, tables and blocks of code',
      '1 notes',
      '1 labels of notes',
      '1 chapters',
      '1 missing starts',
      '1 missing ends',
      '2 topics date',
    ]));
  it('by Podcasting 2.0 JSON', () =>
    expect(lost('podcast-json')).toEqual([
      '1 links',
      '1 code',
      '1 times inside quotes',
      '1 emphasis',
      '1 line breaks',
      '1 lists, tables and blocks of code',
      '1 notes',
      '1 chapters',
    ]));
  it('by Markdown: only when a quote ends', () =>
    expect(lost('markdown')).toEqual(['1 ends of quotes']));
});

it('chapters of Podcasting 2.0 are read as they were written', () => {
  const [draft] = podcastChapters.read({ path: 'a.json', text: written('podcast-json').chapters! });
  expect(draft!.body).toEqual({
    cues: [expect.objectContaining({ type: 'chapter', title: 'Fog', startTime: 0 })],
  });
});

it('Markdown has chapters within', () => expect(written('markdown').chapters).toBeUndefined());
