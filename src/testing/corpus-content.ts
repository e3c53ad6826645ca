import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { corpusFolder } from '../store/corpora.ts';
import { runScript } from './build.ts';

/** What nearly every corpus speaks of. */
const topic = `---
name: Software
aliases: [軟體, open source]
terms: [code, program, programs]
---
`;

/** Imports a corpus into a new content folder below another folder, with a topic, and gives its path. */
export async function importCorpus(name: string, folder: string): Promise<string> {
  const content = path.join(folder, 'content');
  mkdirSync(content);
  writeFileSync(
    path.join(content, 'archive.yaml'),
    `title: ${name}\nurl: https://example.org/\nlanguage: en\n`,
  );
  mkdirSync(path.join(content, 'topics'));
  writeFileSync(path.join(content, 'topics/software.md'), topic);
  const { code, output } = await runScript('import', [corpusFolder(name)!, '--content', content]);
  if (code !== 0) throw new Error(output);
  return content;
}
