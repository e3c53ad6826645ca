import type { Archive, Episode, Quote, Topic, Voice } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import type { MeantTerm, Meaning } from '../search/meaning.ts';
import type { Filters } from '../search/query.ts';

/** A quote, and its words between blanks. */
interface PlainQuote {
  readonly quote: Quote;
  readonly episode: Episode;
  readonly voice: Voice;
  readonly text: string;
}

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const beginsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const endsUnspaced = new RegExp(`[${unspaced}]$`, 'u');
const border = new RegExp(
  `(?<=[${unspaced}])(?=[^${unspaced}\\s])|(?<=[^${unspaced}\\s])(?=[${unspaced}])`,
  'gu',
);

/**
 * The words of a text between single blanks: another way to say what the search says of case, accents, and what
 * parts words. It shares nothing with it, so that a mistake of the one is not one of the other.
 *
 * plainWords('Don’t “état-major”') // => ' dont etat major '
 */
export function plainWords(text: string): string {
  const folded = text
    .replace(/[\u00ad\u200c-\u200d\u2060]/g, '')
    .replace(/(?<=\p{L}\p{M}*)['’ʼ](?=\p{L})/gu, '')
    .replace(/(?<=\p{Nd})[.,٫٬'’](?=\p{Nd})/gu, '')
    .replace(/(?<![\p{L}\p{N}])(\p{L}{1,3})(\+\+|#)(?![\p{L}\p{N}])/gu, (_, letters, sign) =>
      sign === '#' ? `${letters}sharp` : `${letters}pp`,
    )
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[^\p{L}\p{N}\p{M} ]/gu, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(border, ' ');
  return ` ${folded} `.replace(/\s+/g, ' ');
}

/** A search by comparing strings, one quote after another: what the real one finds must be the same. */
export class PlainSearch {
  readonly #quotes: readonly PlainQuote[];
  readonly #topics: ReadonlyMap<string, (quote: PlainQuote) => boolean>;

  constructor(archive: Archive) {
    this.#quotes = archive.episodes.flatMap((episode) =>
      episode.parts.flatMap((part) => {
        if (part.type !== 'turn') return [];
        return part.quotes.map((quote): PlainQuote => {
          const text = plainWords(plainText(quote.content));
          return { quote, episode, voice: part.voice, text };
        });
      }),
    );
    this.#topics = new Map(archive.topics.map((topic) => [topic.id, aboutTest(topic)]));
  }

  /**
   * The ids of the quotes that answer. What forms a word has and which words are left out is taken from the
   * meaning. Undefined where a single letter is all that is asked of a word: the search takes none.
   */
  find({ terms, without }: Meaning, filters: Filters): Set<string> | undefined {
    const isShort = ({ kind, words: [first = ''] }: MeantTerm): boolean =>
      kind === 'beginning' && first.length === 1 && !beginsUnspaced.test(first);
    if ([...terms, ...without].some(isShort)) return undefined;
    const wanted = terms.map(soughtOf);
    const unwanted = without.map(soughtOf);
    const found = this.#quotes.filter(
      (one) =>
        passes(one, filters) &&
        wanted.every((texts) => texts.some((text) => one.text.includes(text))) &&
        !unwanted.some((texts) => texts.some((text) => one.text.includes(text))) &&
        (filters.topic?.some((id) => this.#topics.get(id)?.(one)) ?? true),
    );
    return new Set(found.map(({ quote }) => quote.id));
  }
}

/** Whether a quote is about a topic: as its keeper says, by its words, or for its episode. */
function aboutTest({ id, name, facts }: Topic): (quote: PlainQuote) => boolean {
  const phrases = [name, ...facts.aliases, ...facts.terms]
    .map(asPhrase)
    .filter((text) => text.trim() !== '');
  const kept = [...facts.quotes, ...facts.featured];
  return ({ quote, episode, text }) => {
    const ids = [quote.id, ...(quote.aliases ?? []).map((alias) => alias.id)];
    if (ids.some((own) => facts.notAbout.includes(own))) return false;
    if (ids.some((own) => kept.includes(own))) return true;
    return (
      phrases.some((phrase) => text.includes(phrase)) || episode.topics.some((own) => own.id === id)
    );
  };
}

/** The strings of which a quote must have one. */
function soughtOf({ kind, text, forms }: MeantTerm): string[] {
  if (kind === 'word') return Array.from(forms?.keys() ?? [], (form) => ` ${form} `);
  if (kind === 'phrase') return [asPhrase(text)];
  const begin = plainWords(text).trim();
  return [beginsUnspaced.test(begin) ? begin : ` ${begin}`];
}

/** Words side by side. In a script without blanks other characters may stand beside them. */
export function asPhrase(text: string): string {
  const words = plainWords(text).trim();
  return (beginsUnspaced.test(words) ? '' : ' ') + words + (endsUnspaced.test(words) ? '' : ' ');
}

function passes({ episode, voice }: PlainQuote, filters: Filters): boolean {
  const isOne = (ids: readonly string[] | undefined, id: string | undefined): boolean =>
    ids === undefined || (id !== undefined && ids.includes(id));
  const participant = episode.participants.find(
    (one) => one.voice.id === voice.id && one.voice.name === voice.name,
  );
  const { from = '0000', to = '9999' } = filters;
  const first = from.length === 4 ? `${from}-01-01` : `${from}-01`;
  const last = to.length === 4 ? `${to}-12-31` : `${to}-31`;
  const isInTime =
    (filters.from === undefined && filters.to === undefined) ||
    (episode.date !== undefined && episode.date >= first && episode.date <= last);
  return (
    isInTime &&
    isOne(filters.speaker, voice.id) &&
    isOne(filters.role, participant?.role) &&
    isOne(filters.show, episode.show.id) &&
    isOne(filters.episode, episode.key) &&
    isOne(filters.language, episode.language) &&
    isOne(filters.status, episode.status)
  );
}
