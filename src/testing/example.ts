import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf, exampleDigests } from '../start/example.ts';

/** The example archive that this project comes with. Tests that import this file are left out without it. */
export const exampleFolder = path.resolve('content');

/** Whether the content is still the example, and not somebody's own archive. */
export function isExampleThere(root: string): boolean {
  const files = Object.entries(exampleDigests()).filter(([file]) => file.startsWith('episodes/'));
  return files.some(([file, digest]) => {
    try {
      return digestOf(readFileSync(path.join(root, 'content', file), 'utf8')) === digest;
    } catch {
      return false;
    }
  });
}

/** The test files that read the example, themselves or through one of the files beside this one. */
export function testsOfExample(root: string): string[] {
  const testing = globSync('src/testing/*.ts', { cwd: root }).map((file) => path.basename(file));
  const readers = new Set(['example.ts']);
  const importsReader = (file: string, folder: string): boolean => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [...readers].some((reader) => text.includes(`${folder}/${reader}'`));
  };
  for (let before = 0; before !== readers.size;) {
    before = readers.size;
    for (const file of testing) if (importsReader(`src/testing/${file}`, '.')) readers.add(file);
  }
  return globSync('{src,scripts}/**/*.test.ts', { cwd: root }).filter((file) =>
    importsReader(file, 'testing'),
  );
}
