import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editUrl, fillReport, reportPattern } from './forge.ts';

const facts = (repository?: string, more: object = {}) => ({
  branch: 'main',
  contentPath: 'content',
  ...(repository !== undefined && { repository }),
  ...more,
});
const path = 'episodes/talk/tides.md';

describe('where a file is edited', () => {
  it.each([
    [
      'https://github.com/o/a',
      'https://github.com/o/a/edit/main/content/episodes/talk/tides.md#L14',
    ],
    [
      'https://github.com/o/a.git',
      'https://github.com/o/a/edit/main/content/episodes/talk/tides.md#L14',
    ],
    [
      'https://gitlab.com/g/s/a/',
      'https://gitlab.com/g/s/a/-/edit/main/content/episodes/talk/tides.md#L14',
    ],
    [
      'https://gitlab.example.org/a/b',
      'https://gitlab.example.org/a/b/-/edit/main/content/episodes/talk/tides.md#L14',
    ],
    [
      'https://codeberg.org/o/a',
      'https://codeberg.org/o/a/_edit/main/content/episodes/talk/tides.md#L14',
    ],
    [
      'https://git.example.org/o/a',
      'https://git.example.org/o/a/edit/main/content/episodes/talk/tides.md#L14',
    ],
  ])('of %s', (repository, url) => {
    expect(editUrl(facts(repository), path, 14)).toBe(url);
  });

  it('follows what archive.yaml says of its host', () => {
    expect(editUrl(facts('https://git.example.org/o/a', { forge: 'forgejo' }), path)).toBe(
      'https://git.example.org/o/a/_edit/main/content/episodes/talk/tides.md',
    );
  });

  it('has any branch, and is nowhere without a repository', () => {
    expect(editUrl(facts('https://github.com/o/a', { branch: 'x/y z' }), 'speakers/jo.md')).toBe(
      'https://github.com/o/a/edit/x/y%20z/content/speakers/jo.md',
    );
    expect(editUrl(facts(), path)).toBeUndefined();
  });
});

describe('where a mistake is reported', () => {
  const said = { quote: 'https://a.example/episodes/tides/#q1', words: 'Late & “wet”.\n{quote}' };

  it.each([
    [facts('https://github.com/o/a'), 'https://github.com/o/a/issues/new'],
    [facts('https://gitlab.com/o/a'), 'https://gitlab.com/o/a/-/issues/new'],
    [facts('https://codeberg.org/o/a'), 'https://codeberg.org/o/a/issues/new'],
    [facts(undefined, { contact: 'mailto:a@example.org?subject=x' }), 'mailto:a@example.org'],
  ])('%j', (given, start) => {
    const url = new URL(fillReport(reportPattern(given)!, said));
    expect(url.href.startsWith(`${start}?`)).toBe(true);
    const told = [...url.searchParams.values()].join('\n');
    expect(told).toContain(said.quote);
    expect(told).toContain(said.words);
  });

  it('is a form that there is, with fields that it has', () => {
    const { searchParams } = new URL(
      fillReport(reportPattern(facts('https://github.com/o/a'))!, said),
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      template: 'correct-a-quote.yml',
      quote: said.quote,
      words: said.words,
    });
  });

  it('is nowhere without repository and letters', () => {
    expect(reportPattern(facts())).toBeUndefined();
    expect(reportPattern(facts(undefined, { contact: 'https://example.org/' }))).toBeUndefined();
  });

  it('stays short whatever is said, and says where words are left out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9000, size: 'max' }), (words) => {
        const url = fillReport('https://example.org/?q={quote}&w={words}', { quote: 'x', words });
        expect(url.length).toBeLessThan(4100);
        const shown = new URL(url).searchParams.get('w')!;
        const plain = words.toWellFormed();
        expect(shown === plain || plain.startsWith(shown.slice(0, -1))).toBe(true);
      }),
    );
  });
});
