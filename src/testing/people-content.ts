import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exampleFolder } from './example.ts';

/** People whom the example archive lacks: in the scripts of the world, heard once, and never. */
const speakers: Readonly<Record<string, string>> = {
  'una-still': 'name: Una Still',
  'ada-once': 'name: Ada Once\nimage: /favicon.svg',
  'tang-ruoshui': 'name: "唐若水"',
  'lea-kohn': 'name: "ליאה כהן"',
  'zhanna-rybak': 'name: "Жанна Рыбак"',
  'hibari-umino': 'name: "ひばり うみの"',
  'kim-haneul': 'name: "김 하늘"',
  seven: 'name: "7"',
};

const episode = `---
title: The empty chair
date: 2026-07-01
roles: { una-still: chair, ada-once: public }
---

**Ada Once:** I came to see whether Una Still would come.

**唐若水:** 她沒有來。

**ליאה כהן:** הכיסא ריק.

**Жанна Рыбак:** Стул пуст.

**김 하늘:** 의자가 비어 있습니다.

**ひばり うみの:** いすがあいています。

**7:** So it is.
`;

/** Copies the example archive and adds these people, with an interface in a language. */
export async function writePeopleContent(folder: string, language: string): Promise<void> {
  await cp(exampleFolder, folder, { recursive: true });
  for (const [id, facts] of Object.entries(speakers))
    await writeFile(path.join(folder, `speakers/${id}.md`), `---\n${facts}\n---\n`);
  await writeFile(path.join(folder, 'episodes/harbour-council/an-empty-chair.md'), episode);
  const facts = path.join(folder, 'archive.yaml');
  const said = await readFile(facts, 'utf8');
  await writeFile(facts, said.replace(/^language: .*\n/m, ''));
  await appendFile(facts, `language: ${language}\n`);
}
