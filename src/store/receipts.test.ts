import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeContent } from '../testing/content.ts';
import { readReceipts, receiptPath, writeReceipt } from './receipts.ts';

let content: string;
beforeEach(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'receipts-'));
});
afterEach(() => rm(content, { recursive: true, force: true }));

const receipt = { source: 'talk.vtt', path: 'episodes/talk/2020/tides.md', digest: '0'.repeat(32) };

it('A receipt that somebody damaged, or put elsewhere, is none', async () => {
  await writeContent(content, {
    '.imported/talk/a.json': '{',
    '.imported/talk/b.json': 'null',
    '.imported/talk/c.json': '{ "source": "c.vtt", "path": 7, "digest": "x" }',
    '.imported/talk/d.json': JSON.stringify(receipt),
  });
  expect(await readReceipts(content)).toEqual([]);
});

it('Where nothing was imported there is none', async () => {
  expect(await readReceipts(content)).toEqual([]);
});

it('Each transcript has one of its own, which is read as it was written', async () => {
  const other = { ...receipt, path: 'episodes/talk/fog.md', origin: '1'.repeat(32) };
  for (const one of [receipt, other]) await writeReceipt(content, one);
  expect(receiptPath(receipt.path)).toBe('.imported/talk/2020/tides.json');
  expect(await readReceipts(content)).toEqual([receipt, other]);
});
