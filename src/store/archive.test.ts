import { afterEach, describe, expect, it } from 'vitest';
import type { Archive } from '../archive/model.ts';
import { forgetArchive, rememberArchive, rememberFigures, rememberWords } from './archive.ts';

const openExample = async (): Promise<Archive> => {
  const { archive } = await rememberArchive('content');
  return archive!;
};
/** Compared here: an archive is far too large to be printed where two are not the same. */
const isSame = (one: object, other: object): boolean => one === other;

describe('what is remembered of an archive', () => {
  afterEach(forgetArchive);

  it('are its words and figures, made once', async () => {
    const archive = await openExample();
    const figures = rememberFigures(archive);
    expect(isSame(await openExample(), archive)).toBe(true);
    expect(isSame(rememberFigures(archive), figures)).toBe(true);
    expect(isSame(figures.words, rememberWords(archive))).toBe(true);
  });

  it('is made again when it was forgotten', async () => {
    const before = await openExample();
    const figures = rememberFigures(before);
    forgetArchive();
    const archive = await openExample();
    expect(isSame(archive, before)).toBe(false);
    expect(isSame(rememberFigures(archive), figures)).toBe(false);
    expect(rememberFigures(archive).archive.counts).toEqual(figures.archive.counts);
  });
});
