import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speaker } from '../archive/example.ts';
import { readPortraits } from './portrait.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40"></svg>';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portrait-'));
  await mkdir(path.join(folder, 'public/images'), { recursive: true });
  await writeFile(path.join(folder, 'outside.svg'), svg);
  await writeFile(path.join(folder, 'public/images/jo field.svg'), svg);
  await writeFile(path.join(folder, 'public/images/words.jpg'), 'No picture at all.');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (image?: string) => {
  const { portraits, problems } = await readPortraits(
    [speaker('jo-field', 'Jo Field', image === undefined ? {} : { image })],
    'https://example.org/archive/',
    path.join(folder, 'public'),
  );
  return {
    portrait: portraits.get('jo-field'),
    problems: problems.map(({ severity, rule }) => `${severity} ${rule}`),
  };
};

describe('a portrait', () => {
  it.each([
    '/images/nobody.svg',
    '/images/words.jpg',
    '/images/',
    '/',
    '/../outside.svg',
    '/..%2foutside.svg',
    '/images/..%2f..%2foutside.svg',
    '/images%5c..%5c..%5coutside.svg',
    '/images/%00.svg',
    '/%ff.svg',
    'https://example.org/archive/images/nobody.svg',
  ])('that is named and is no picture in the folder is an error: %s', async (image) => {
    expect(await read(image)).toEqual({ portrait: undefined, problems: ['error unknown-image'] });
  });

  it.each([
    'https://elsewhere.example/images/jo.jpg',
    'https://example.org/other/images/jo.jpg',
    'http://example.org/archive/images/jo%20field.svg',
  ])('of another site is not shown, and a warning says so: %s', async (image) => {
    expect(await read(image)).toEqual({ portrait: undefined, problems: ['warning foreign-image'] });
  });

  it.each(['/images/jo field.svg', 'https://example.org/archive/images/jo%20field.svg?v=2'])(
    'is a file of the site, with its size: %s',
    async (image) => {
      expect(await read(image)).toEqual({
        portrait: { path: '/images/jo%20field.svg', width: 30, height: 40 },
        problems: [],
      });
    },
  );

  it('is asked for by nobody who names none', async () => {
    expect(await read()).toEqual({ portrait: undefined, problems: [] });
  });

  it('says what is wrong, and what to type', async () => {
    const { problems } = await readPortraits(
      [speaker('jo-field', 'Jo Field', { image: '/images/jo.jpg' })],
      'https://example.org/',
      path.join(folder, 'public'),
    );
    expect(problems).toEqual([
      {
        rule: 'unknown-image',
        severity: 'error',
        file: 'content/speakers/jo-field.md',
        message:
          'Unexpected image `/images/jo.jpg`, expected a picture in `public/` (JPEG, PNG, WebP, AVIF, GIF or SVG)',
        mend: 'Put the picture at `public/images/jo.jpg`, or delete the line.',
      },
    ]);
  });
});
