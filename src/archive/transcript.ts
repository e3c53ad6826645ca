import { canonicalWords } from './canon.ts';
import { digestOf } from './id.ts';
import type {
  Chapter,
  Episode,
  EpisodeEntry,
  Note,
  Participant,
  Passage,
  Quote,
  QuoteId,
  Turn,
  Voice,
} from './model.ts';
import { plainText } from './quote.ts';
import type { FreshQuote } from './reconciliation.ts';
import type { VoiceResolver } from './voice.ts';
import { countWords } from './word.ts';

interface Joined extends Pick<Episode, 'quotes' | 'words'> {
  parts: (Chapter | Note | Turn)[];
  participants: Participant[];
}

/** A passage with who speaks it, before it has an id. */
export interface Spoken extends FreshQuote {
  readonly passage: Passage;
  readonly voice: Voice;
  readonly wordCount: number;
}

/** What the ledger says of a quote. */
export type Identity = Pick<Quote, 'revision' | 'earlier' | 'aliases' | 'before'> & {
  readonly id: QuoteId;
};

/** Words before any label belong to nobody that the transcript names. */
const nobody: Voice = { name: '' };

/**
 * A voice as ledgers write it: a speaker's id; `?` and the label of a voice without a page.
 *
 * speakerOf({ name: 'Audience' }) // => '?Audience'
 */
export const speakerOf = (voice: Voice): string =>
  voice.id ?? `?${voice.name.replace(/\s+/g, ' ').trim()}`;

/** Every passage of a transcript in order, with its canonical words and who speaks it. */
export function gatherSpoken(episode: EpisodeEntry, voices: VoiceResolver): Spoken[] {
  let voice = nobody;
  const spoken: Spoken[] = [];
  for (const part of episode.transcript.parts) {
    if (part.type !== 'speech') continue;
    if (part.label !== null) voice = voices.resolve(part.label, part.place);
    const speaker = speakerOf(voice);
    for (const passage of part.passages) {
      const text = plainText(passage.content);
      const words = canonicalWords(text);
      spoken.push({
        passage,
        voice,
        words,
        digest: digestOf(words),
        speaker,
        wordCount: countWords(text),
        ...(passage.startTime !== undefined && { startTime: passage.startTime }),
      });
    }
  }
  return spoken;
}

/**
 * The transcript of an episode with speakers and ids: what stood under neighbouring labels of one speaker
 * becomes one turn. `identities` has one for each of `spoken`.
 */
export function joinTranscript(
  episode: EpisodeEntry,
  voices: VoiceResolver,
  spoken: readonly Spoken[],
  identities: readonly Identity[],
): Joined {
  const parts: (Chapter | Note | Turn)[] = [];
  const tally = new Map<
    string,
    { voice: Voice; quotes: number; words: number; turns: number; first?: QuoteId }
  >();
  let speakerBefore: string | undefined;
  /** The quotes of the turn that stands last. */
  let open: Quote[] | undefined;
  let next = 0;

  for (const part of episode.transcript.parts) {
    if (part.type !== 'speech') {
      parts.push(part);
      continue;
    }
    const from = next;
    next += part.passages.length;
    const first = spoken[from];
    if (!first || next === from) continue;
    const quotes = spoken.slice(from, next).map(({ passage, digest, wordCount }, index): Quote => ({
      ...passage,
      ...identities[from + index]!,
      digest,
      words: wordCount,
    }));
    const { voice, speaker } = first;
    const count = tally.get(speaker) ?? {
      voice,
      quotes: 0,
      words: 0,
      turns: 0,
      first: quotes[0]!.id,
    };
    tally.set(speaker, count);
    count.quotes += quotes.length;
    for (const quote of quotes) count.words += quote.words;

    const continued = speakerBefore === speaker;
    const before = parts.at(-1);
    if (continued && open && before?.type === 'turn') {
      open.push(...quotes);
      continue;
    }
    if (!continued) count.turns++;
    parts.push({ type: 'turn', voice, continued, quotes });
    open = quotes;
    speakerBefore = speaker;
  }

  for (const id of Object.keys(episode.facts.roles)) {
    const silent = voices.voiceOf(id);
    if (!tally.has(speakerOf(silent)))
      tally.set(speakerOf(silent), { voice: silent, quotes: 0, words: 0, turns: 0 });
  }
  const participants: Participant[] = [...tally.values()].map((count) => {
    const role = count.voice.id === undefined ? undefined : episode.facts.roles[count.voice.id];
    return role === undefined ? count : { ...count, role };
  });
  let quotes = 0;
  let words = 0;
  for (const participant of participants) {
    quotes += participant.quotes;
    words += participant.words;
  }
  return { parts, participants, quotes, words };
}
