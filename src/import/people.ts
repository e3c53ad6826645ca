import { isAnonymousLabel, isNoteLabel, normalizeLabel } from '../archive/label.ts';
import type { Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { countWords } from '../archive/word.ts';
import { unnamed } from '../formats/cue-join.ts';

/** One voice in the transcripts of an import, under the label that the files give it. */
export interface Voice {
  /** `Unknown` for words under no label. */
  readonly label: string;
  readonly isAnonymous: boolean;
  readonly quotes: number;
  readonly words: number;
  /** The first words, as far as they tell somebody who it is. */
  readonly first: string;
}

/**
 * Who speaks in a transcript and how much, in the order in which they first do.
 *
 * listVoices({ parts: [{ type: 'speech', label: 'SPEAKER_00', passages: [{ content: ['Nobody wrote.'], place }], place }] })
 * // => [{ label: 'SPEAKER_00', isAnonymous: true, quotes: 1, words: 2, first: 'Nobody wrote.' }]
 */
export function listVoices(transcripts: readonly Transcript[]): Voice[] {
  const voices = new Map<string, { quotes: number; words: number; first: string }>();
  for (const { parts } of transcripts) {
    let label = unnamed;
    for (const part of parts) {
      if (part.type !== 'speech') continue;
      if (part.label !== null) label = normalizeLabel(part.label);
      if (isNoteLabel(label) || part.passages.length === 0) continue;
      const voice = voices.get(label) ?? { quotes: 0, words: 0, first: '' };
      voices.set(label, voice);
      for (const { content } of part.passages) {
        const text = plainText(content);
        voice.quotes++;
        voice.words += countWords(text);
        // A greeting tells nobody apart.
        if (voice.first.length < 60) voice.first = `${voice.first} ${text}`.trim().slice(0, 120);
      }
    }
  }
  return [...voices].map(([label, voice]) => ({
    label,
    isAnonymous: isAnonymousLabel(label),
    ...voice,
  }));
}

/** Whom labels mean: by label in lower case, the name to be written. */
export type Naming = ReadonlyMap<string, string>;

/**
 * The pairs of an option such as `--speakers` or `--roles`. A comma within a name is no end. Undefined for what has
 * no pair in it.
 *
 * parsePairs('SPEAKER_00=jo-field,Speaker 1=Okafor, Mira') // => Map { 'SPEAKER_00' => 'jo-field', 'Speaker 1' => 'Okafor, Mira' }
 */
export function parsePairs(text: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const pair of text.split(/[,;](?=[^,;=]*=)|\n/)) {
    const at = pair.indexOf('=');
    const label = normalizeLabel(pair.slice(0, at));
    const value = normalizeLabel(pair.slice(at + 1));
    if (at < 0 || label === '' || value === '') return undefined;
    pairs.set(label, value);
  }
  return pairs.size === 0 ? undefined : pairs;
}

/** A transcript in which labels are names. Words under no label are those of `Unknown`, where somebody says who that is. */
export function nameVoices(transcript: Transcript, naming: Naming): Transcript {
  if (naming.size === 0) return transcript;
  let isNamed = false;
  return {
    parts: transcript.parts.map((part) => {
      if (part.type !== 'speech') return part;
      if (part.label !== null) {
        isNamed = true;
        const name = naming.get(normalizeLabel(part.label).toLowerCase());
        return name === undefined ? part : { ...part, label: name };
      }
      const name = isNamed ? undefined : naming.get(unnamed.toLowerCase());
      isNamed = true;
      return name === undefined ? part : { ...part, label: name };
    }),
  };
}
