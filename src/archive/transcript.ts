import type {
  Chapter,
  Episode,
  EpisodeEntry,
  Note,
  Participant,
  Quote,
  QuoteId,
  Turn,
  Voice,
} from './model.ts';
import type { VoiceResolver } from './voice.ts';
import { canonicalWords, mintId, plainText } from './quote.ts';
import { countWords } from './word.ts';

interface Joined extends Pick<Episode, 'quotes' | 'words'> {
  parts: (Chapter | Note | Turn)[];
  participants: Participant[];
}

/** Words before any label belong to nobody that the transcript names. */
const nobody: Voice = { name: '' };

/**
 * The transcript of an episode with speakers and ids: what stood under neighbouring labels of one speaker
 * becomes one turn. `taken` holds every id given so far and grows.
 */
export function joinTranscript(
  episode: EpisodeEntry,
  voices: VoiceResolver,
  taken: Set<QuoteId>,
): Joined {
  const parts: (Chapter | Note | Turn)[] = [];
  const occurrences = new Map<string, number>();
  const tally = new Map<
    string,
    { voice: Voice; quotes: number; words: number; turns: number; first?: QuoteId }
  >();
  const keyOf = (voice: Voice): string =>
    voice.id === undefined ? `?${voice.name}` : `=${voice.id}`;
  let voice = nobody;
  let speakerBefore: string | undefined;
  /** The quotes of the turn that stands last. */
  let open: Quote[] | undefined;

  for (const part of episode.transcript.parts) {
    if (part.type !== 'speech') {
      parts.push(part);
      continue;
    }
    if (part.label !== null) voice = voices.resolve(part.label, part.place);
    const quotes: Quote[] = [];
    for (const passage of part.passages) {
      const text = plainText(passage.content);
      const canonical = canonicalWords(text);
      const occurrence = occurrences.get(canonical) ?? 0;
      occurrences.set(canonical, occurrence + 1);
      const id = mintId(episode.id, canonical, occurrence, (candidate) => taken.has(candidate));
      taken.add(id);
      quotes.push({ ...passage, id, words: countWords(text) });
    }
    const [first] = quotes;
    if (!first) continue;
    const key = keyOf(voice);
    const count = tally.get(key) ?? { voice, quotes: 0, words: 0, turns: 0, first: first.id };
    tally.set(key, count);
    count.quotes += quotes.length;
    for (const quote of quotes) count.words += quote.words;

    const continued = speakerBefore === key;
    const before = parts.at(-1);
    if (continued && open && before?.type === 'turn') {
      open.push(...quotes);
      continue;
    }
    if (!continued) count.turns++;
    parts.push({ type: 'turn', voice, continued, quotes });
    open = quotes;
    speakerBefore = key;
  }

  for (const id of Object.keys(episode.facts.roles)) {
    const silent = voices.voiceOf(id);
    if (!tally.has(keyOf(silent)))
      tally.set(keyOf(silent), { voice: silent, quotes: 0, words: 0, turns: 0 });
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
