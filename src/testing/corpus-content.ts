import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { corpusFolder } from '../store/corpora.ts';
import { runScript } from './build.ts';
import { writeTopics } from './invented-topics.ts';

/** Imports a corpus into a new content folder below another folder, with topics, and gives its path. */
export async function importCorpus(name: string, folder: string): Promise<string> {
  const content = path.join(folder, 'content');
  mkdirSync(content);
  writeFileSync(
    path.join(content, 'archive.yaml'),
    `title: ${name}\nurl: https://example.org/\nlanguage: en\n`,
  );
  const { code, output } = await runScript('import', [corpusFolder(name)!, '--content', content]);
  if (code !== 0) throw new Error(output);
  await writeTopics(content);
  return content;
}
