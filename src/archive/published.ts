import type {
  ChangeRule,
  Episode,
  EpisodeKey,
  Gone,
  NoticeRule,
  Quote,
  QuoteId,
  Voice,
  Withdrawn,
  Wording,
} from './model.ts';
import { plainText } from './quote.ts';

/** A quote as an episode publishes it for programs: what a citation of it is held against. */
export interface PublishedQuote extends Pick<
  Quote,
  'id' | 'revision' | 'digest' | 'earlier' | 'aliases' | 'before'
> {
  readonly voice: Voice;
  readonly text: string;
}

/** The quotes of an episode in order, with all that became of them. */
export interface PublishedEpisode {
  readonly key: EpisodeKey;
  /** Absent when its transcript was removed. */
  readonly title?: string;
  readonly quotes: readonly PublishedQuote[];
  /** What is gone behind the last quote. */
  readonly after: readonly Gone[];
}

/** What an episode publishes of its quotes. */
export function publishedOf(episode: Episode | Withdrawn): PublishedEpisode {
  if (!('parts' in episode)) return { key: episode.key, quotes: [], after: episode.gone };
  const { key, title, parts, after } = episode;
  const quotes = parts.flatMap((part) =>
    part.type === 'turn'
      ? part.quotes.map((quote) => ({
          ...quote,
          voice: part.voice,
          text: plainText(quote.content),
        }))
      : [],
  );
  return { key, title, quotes, after };
}

/** Whether an id is one of an episode's: of a quote, of one that was merged into it, or of what is gone. */
export const knowsId = ({ quotes, after }: PublishedEpisode, id: QuoteId): boolean =>
  after.some((gone) => gone.id === id) ||
  quotes.some(
    (quote) =>
      quote.id === id ||
      quote.aliases?.some((alias) => alias.id === id) === true ||
      quote.before?.some((gone) => gone.id === id) === true,
  );

// ——— The same, from the twin of an episode’s page ————————————————————————————

/** What a twin holds, as far as it is needed here; other tools and later versions may add to it. */
interface Twin {
  readonly key: string;
  readonly title?: string;
  readonly parts: readonly TwinPart[];
}

interface TwinVoice {
  readonly speaker?: string;
  readonly name?: string;
}

interface TwinWording extends TwinVoice {
  readonly revision: number;
  readonly until?: string;
  readonly rule: ChangeRule;
  readonly digest?: string;
  readonly text?: string;
  readonly into?: readonly QuoteId[];
  readonly withheld?: string;
}

interface TwinQuote {
  readonly id: QuoteId;
  readonly text: string;
  readonly revision: number;
  readonly digest: string;
  readonly earlier?: readonly TwinWording[];
  readonly aliases?: readonly {
    readonly id: QuoteId;
    readonly date?: string;
    readonly earlier: readonly TwinWording[];
  }[];
}

type TwinPart =
  | ({ readonly type: 'turn'; readonly quotes: readonly TwinQuote[] } & TwinVoice)
  | {
      readonly type: 'gone';
      readonly id: QuoteId;
      readonly rule: NoticeRule | 'taken-down';
      readonly date?: string;
      readonly reason?: string;
      readonly revision?: number;
      readonly digest?: string;
      readonly earlier?: readonly TwinWording[];
    }
  | { readonly type: 'chapter' | 'note' };

/** The quotes of an episode from its `index.json`. Undefined for what is no twin of an episode. */
export function parseTwin(text: string): PublishedEpisode | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || !('key' in json) || !('parts' in json))
    return undefined;
  if (typeof json.key !== 'string' || !Array.isArray(json.parts)) return undefined;
  const { key, title, parts } = json as Twin;
  const quotes: PublishedQuote[] = [];
  let waiting: Gone[] = [];
  for (const part of parts) {
    if (part.type === 'gone') waiting.push(goneOf(part));
    if (part.type !== 'turn') continue;
    for (const { id, text: said, revision, digest, earlier, aliases } of part.quotes) {
      quotes.push({
        id,
        text: said,
        revision,
        digest,
        voice: voiceOf(part),
        ...(earlier && { earlier: earlier.map(wordingOf) }),
        ...(aliases && {
          aliases: aliases.map((alias) => ({
            id: alias.id,
            date: alias.date ?? '',
            earlier: alias.earlier.map(wordingOf),
          })),
        }),
        ...(waiting.length > 0 && { before: waiting }),
      });
      waiting = [];
    }
  }
  return { key, ...(title !== undefined && { title }), quotes, after: waiting };
}

const voiceOf = ({ speaker, name }: TwinVoice): Voice => ({
  ...(speaker !== undefined && { id: speaker }),
  name: name ?? '',
});

const wordingOf = (twin: TwinWording): Wording => {
  const { revision, until = '', rule, digest = '', text: words, into, withheld } = twin;
  return {
    revision,
    until,
    rule,
    voice: voiceOf(twin),
    digest,
    ...(words !== undefined && { words }),
    ...(into && { into }),
    ...(withheld !== undefined && { withheld }),
  };
};

function goneOf(part: Extract<TwinPart, { type: 'gone' }>): Gone {
  const { id, rule, date = '', reason = '', revision = 1, digest = '', earlier = [] } = part;
  return rule === 'taken-down'
    ? { type: 'tombstone', id, date, reason }
    : { type: 'notice', id, rule, date, revision, digest, earlier: earlier.map(wordingOf) };
}
