import { afterEach, describe, expect, it } from 'vitest';
import { forgetArchive, rememberArchive, rememberFigures, rememberWords } from './archive.ts';

const openExample = async () => {
  const { archive } = await rememberArchive('content');
  return archive!;
};

describe('what is remembered of an archive', () => {
  afterEach(forgetArchive);

  it('are its words and figures, made once', async () => {
    const archive = await openExample();
    const figures = rememberFigures(archive);
    expect(await openExample()).toBe(archive);
    expect(rememberFigures(archive)).toBe(figures);
    expect(figures.words).toBe(rememberWords(archive));
  });

  it('is made again when it was forgotten', async () => {
    const before = await openExample();
    const figures = rememberFigures(before);
    forgetArchive();
    const archive = await openExample();
    expect(archive).not.toBe(before);
    expect(rememberFigures(archive)).not.toBe(figures);
    expect(rememberFigures(archive).archive.counts).toEqual(figures.archive.counts);
  });
});
