import type { Problem } from '../archive/problem.ts';
import type { Cue, Draft, Format } from './draft.ts';
import { parseJson } from './json.ts';
import type { SourceFile } from './source.ts';
import {
  isObject,
  type JsonObject,
  oddPart,
  secondsOf,
  speakerLabel,
  textOf,
} from './speech-json.ts';

/** A sentence with its id: `12`, a tab, words. */
const row = /^(\d{1,7})\t(.*)$/;

interface Sentence {
  readonly id: string;
  readonly words: string;
  readonly line: number;
}

function sentencesOf(text: string): Sentence[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((typed, index) => {
      const [, id, words] = row.exec(typed) ?? [];
      return id === undefined || words === undefined
        ? []
        : [{ id, words: words.trim(), line: index + 1 }];
    });
}

/**
 * Sentences, one on a line, each behind its number and a tab. Who says them, and when, stands in another file.
 *
 * As in https://github.com/SPS-By-The-Numbers/transcripts, `sentences/….tsv`
 *
 * parseSentences('0\tNobody wrote them down.', 'a.tsv') // => { body: { cues: [{ content: ['Nobody …'], … }] }, … }
 */
export function parseSentences(text: string, file: string): Draft {
  const problems: Problem[] = [];
  for (const [index, typed] of text.split(/\r\n|\n|\r/).entries())
    if (typed.trim() !== '' && !row.test(typed.replace(/^\ufeff/, '')))
      problems.push({
        rule: 'sentence-row',
        severity: 'warning',
        file,
        place: { line: index + 1, column: 1 },
        message: `Unexpected line \`${typed.slice(0, 60)}\`, expected a number, a tab and a sentence`,
        mend: 'It is left out. Put a number and a tab before it, and import again.',
      });
  const cues = sentencesOf(text).map(({ words, line }): Cue => ({
    type: 'cue',
    content: [words],
    place: { line, column: 1 },
  }));
  return { facts: { status: 'machine' }, body: { cues }, problems };
}

/** Sentences of speech-to-text, numbered. */
export const sentenceTable: Format = {
  name: 'sentence-table',
  title: 'Numbered sentences (TSV)',
  endings: ['.tsv'],
  detect: ({ text }) => {
    const lines = text
      .slice(0, 4000)
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r/, 20);
    const found = lines.slice(0, 3).map((line) => row.exec(line)?.[1]);
    return found.length === 3 && found.every((id, at) => Number(id) === Number(found[0]) + at)
      ? 0.8
      : 0;
  },
  read: ({ path, text }) => [parseSentences(text, path)],
};

/**
 * Who speaks and when, sentence by sentence, for the numbered sentences in a file beside it: `a95K.eng.tsv` for
 * `a95K.json`, whatever the folders are.
 *
 * As in https://github.com/SPS-By-The-Numbers/transcripts, `diarized/….json`
 *
 * parseSentenceSpeakers({ path: 'a.json', text: '{"sentenceMetadata":[["0",6,3.0,9.5]]}' },
 *   [{ path: 'a.eng.tsv', text: '0\tNobody.' }]) // =>
 * { body: { cues: [{ label: 'Speaker 6', content: ['Nobody.'], startTime: 3, endTime: 9.5, … }] }, … }
 */
export function parseSentenceSpeakers(file: SourceFile, beside: readonly SourceFile[]): Draft {
  const { data, places, problems } = parseJson(file.text, file.path);
  const root: JsonObject = isObject(data) ? data : {};
  const given = Array.isArray(root['sentenceMetadata']) ? root['sentenceMetadata'] : [];
  const stem = nameOf(file.path).replace(/\.json$/i, '');
  const languages = [textOf(root['language']), ''].flatMap((tag) => tag ?? []);
  const names = languages.map((tag) => `${stem}${tag === '' ? '' : `.${tag}`}.tsv`);
  const other = names
    .map((name) => beside.find(({ path }) => nameOf(path) === name))
    .find((found) => found !== undefined);
  if (!other) {
    problems.push(noSentences(file.path, names[0]!));
    return { facts: { status: 'machine' }, body: { cues: [] }, problems };
  }
  const sentences = new Map(sentencesOf(other.text).map((sentence) => [sentence.id, sentence]));
  const told = new Map<
    string,
    { label: string | undefined; startTime?: number; endTime?: number }
  >();
  for (const [index, item] of given.entries()) {
    const place = places.get(`sentenceMetadata.${index}`) ?? { line: 1, column: 1 };
    const [id, speaker, start, end]: unknown[] = Array.isArray(item) ? item : [];
    const startTime = secondsOf(start);
    const endTime = secondsOf(end);
    if (!sentences.has(String(id))) {
      problems.push(oddPart(file.path, place, `sentence ${index + 1}`, `one of \`${other.path}\``));
      continue;
    }
    told.set(String(id), {
      label: speakerLabel(speaker),
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
    });
  }
  const cues = [...sentences.values()].map(({ id, words, line }): Cue => {
    const { label = null, ...times } = told.get(id) ?? {};
    return { type: 'cue', label, content: [words], ...times, place: { line, column: 1 } };
  });
  const { problems: odd } = parseSentences(other.text, other.path);
  const language = languageOf(textOf(root['language']));
  return {
    facts: { status: 'machine', ...(language !== undefined && { language }) },
    body: { cues },
    problems: [...problems, ...odd],
    used: [other.path],
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `eng` is `en`, as BCP 47 has it. */
function languageOf(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^[a-z]{2,3}$/i.test(tag)) return undefined;
  return Intl.getCanonicalLocales(tag)[0];
}

/** The speakers of numbered sentences. */
export const sentenceSpeakers: Format = {
  name: 'sentence-speakers',
  title: 'Speakers of numbered sentences (JSON)',
  endings: ['.json'],
  detect: ({ text }) => (/"sentenceMetadata"\s*:\s*\[/.test(text.slice(0, 4000)) ? 1 : 0),
  read: (file, beside = []) => [parseSentenceSpeakers(file, beside)],
};

const noSentences = (file: string, wanted: string): Problem => ({
  rule: 'no-sentences',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: `Unexpected speakers without their sentences, expected the file \`${wanted}\` beside`,
  mend: `Give both files: \`npm run import -- ${nameOf(file)} ${wanted}\`.`,
});
