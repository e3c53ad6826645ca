import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Limits } from '../archive/model.ts';
import { parseFacts } from '../formats/facts.ts';
import { parseYaml } from '../formats/front-matter.ts';
import { defaultLimits } from '../formats/limit.ts';

/** How much one file may hold by the `archive.yaml` of a content folder; what that does not say is as everywhere. */
export async function readLimits(content: string): Promise<Limits> {
  const file = path.join(content, 'archive.yaml');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return defaultLimits;
  }
  const { data, places } = parseYaml(text, file);
  return { ...defaultLimits, ...parseFacts('archive', data, { file, places }).facts?.limits };
}
