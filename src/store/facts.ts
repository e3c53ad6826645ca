import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveFacts } from '../archive/model.ts';
import { serializeProblems } from '../archive/problem.ts';
import { parseFacts } from '../formats/facts.ts';
import { parseYaml } from '../formats/front-matter.ts';
import { contentFolder } from './archive.ts';

/**
 * What `archive.yaml` says, for what must know it before anything else is read: Astro's configuration
 * takes `site` and `base` from it. Throws the problems, as text, when it is missing or wrong.
 */
export function readArchiveFacts(folder: string = contentFolder()): ArchiveFacts {
  const file = path.join(folder, 'archive.yaml');
  const shownAs = path.relative(process.cwd(), file).split(path.sep).join('/');
  const { data, places, problems } = parseYaml(readFileSync(file, 'utf8'), shownAs);
  const parsed = parseFacts('archive', data, { file: shownAs, places });
  if (parsed.facts && !problems.some((problem) => problem.severity === 'error'))
    return parsed.facts;
  throw new Error(serializeProblems([...problems, ...parsed.problems]));
}
