import { canonicalWords } from '../archive/canon.ts';
import { normalizeLabel } from '../archive/label.ts';
import { plainText } from '../archive/quote.ts';
import { detectFamily } from '../formats/family.ts';
import { corpusFolder } from '../store/corpora.ts';
import { readFolder } from '../store/folder.ts';
import type { Source } from '../testing/edit-script.ts';
import { quoteOf } from '../testing/invent.ts';
import { vocabularyOf } from '../testing/vocabulary.ts';

interface Line {
  readonly speaker: string;
  readonly words: string;
  readonly startTime: number | undefined;
}

/** Neighbouring quotes that are taken from a transcript at a time. */
const quotesTogether = 100;

/**
 * Pieces of the real transcripts on this machine, to be edited by the bench; none where there are none.
 * Nothing of them is kept.
 */
export async function readSources(): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const name of ['changelog', 'bitcointranscripts', 'audreyt-transcript']) {
    const folder = corpusFolder(name);
    if (folder === undefined) continue;
    for (const lines of await readTranscripts(folder))
      for (let from = 0; from < lines.length; from += quotesTogether)
        sources.push(sourceOf(lines.slice(from, from + quotesTogether)));
  }
  return sources;
}

/** The quotes of each episode in a folder. */
async function readTranscripts(folder: string): Promise<Line[][]> {
  const { files } = await readFolder(folder, folder);
  const family = detectFamily(files);
  if (!family) return [];
  const all = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => family.reject(file) === undefined)
    .map((file) => {
      let speaker = '';
      return family.read(file, all).transcript.parts.flatMap((part) => {
        if (part.type !== 'speech') return [];
        if (part.label !== null) speaker = normalizeLabel(part.label);
        return part.passages
          .map(({ content, startTime }) => ({
            speaker,
            words: canonicalWords(plainText(content)),
            startTime,
          }))
          .filter(({ words }) => words !== '');
      });
    });
}

const sourceOf = (lines: readonly Line[]): Source => {
  const han = lines.filter(({ words }) => /\p{Script=Han}/u.test(words)).length;
  return {
    vocabulary: vocabularyOf(han * 2 > lines.length ? 'han' : 'english'),
    read: (typist) =>
      lines.map(({ speaker, words, startTime }) => quoteOf(speaker, typist.copy(words), startTime)),
  };
};
