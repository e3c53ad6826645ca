import type { ImportOptions } from '../commands/import.ts';
import type { Prompts } from './questions.ts';

export async function updateEpisode(
  _sources: readonly string[],
  _options: ImportOptions & { key: string; content: string; where: string; prompts?: Prompts },
): Promise<{ text: string; code: number }> {
  return { text: '', code: 0 };
}
