import { foldedTexts, isUnspaced } from '../archive/folded.ts';
import type { Archive, Episode } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { Random } from './random.ts';

/**
 * Queries that somebody might type into the search of an archive: words of its quotes, rare and common ones,
 * other forms, beginnings, slips, phrases, exclusions, and filters by what there is. The same for the same seed.
 *
 * new RandomQueries(archive, 7).next() // => 'tide "wrote them" -salt speaker:jo-field'
 */
export class RandomQueries {
  readonly #random: Random;
  readonly #episodes: readonly Episode[];
  readonly #texts: readonly string[];
  /** Words by how often they are said: once or twice, often, and those that are said most. */
  readonly #words: readonly (readonly string[])[];
  readonly #topics: readonly string[];

  constructor(archive: Archive, seed: number) {
    this.#random = new Random(seed);
    this.#episodes = archive.episodes.filter(({ quotes }) => quotes > 0);
    this.#texts = this.#episodes.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.type === 'turn' ? part.quotes.map(({ content }) => plainText(content)) : [],
      ),
    );
    this.#words = byFrequency(this.#texts);
    this.#topics = archive.topics.flatMap(({ id, name }) => [id, `"${name}"`]);
  }

  next(): string {
    const random = this.#random;
    const said = random.pick(this.#texts);
    const terms = random.pick([0, 1, 1, 1, 2, 2, 2, 3]);
    const pieces = Array.from({ length: terms }, () => this.#term(said));
    if (random.chance(0.3)) pieces.push(`-${this.#excluded(said)}`);
    const filters = random.pick(terms === 0 ? [1, 1, 2] : [0, 0, 0, 1, 1, 2, 3]);
    const episode = random.pick(this.#episodes);
    for (let count = 0; count < filters; count++)
      pieces.push(this.#filter(random.chance(0.7) ? episode : random.pick(this.#episodes)));
    return pieces.join(' ');
  }

  /** Something to look for, most often of one quote, so that something is found. */
  #term(said: string): string {
    const random = this.#random;
    const chance = random.next();
    if (chance < 0.3) return phraseOf(said, random);
    const own = random.chance(0.7) ? pieceOf(said, random) : random.pick(random.pick(this.#words));
    if (isUnspaced(own)) return runOf(own, random);
    if (chance < 0.6) return own;
    if (chance < 0.7) return otherForm(own, random);
    if (chance < 0.8) return `${own.slice(0, random.between(2, 4))}*`;
    if (chance < 0.87) return slip(own, random);
    return random.pick([own.toUpperCase(), `${own},`, `(${own})`, own.normalize('NFD')]);
  }

  #excluded(said: string): string {
    const random = this.#random;
    const chance = random.next();
    if (chance < 0.3) return phraseOf(random.chance(0.5) ? said : random.pick(this.#texts), random);
    const own = random.pick(random.pick(this.#words));
    return chance < 0.4 ? `${own.slice(0, 3)}*` : own;
  }

  #filter(episode: Episode): string {
    const random = this.#random;
    const { voice, role } = random.pick(episode.participants);
    const [year = '', month = ''] = episode.date?.split('-') ?? [];
    const filters = [
      voice.id && `speaker:${voice.id}`,
      voice.id && `speaker:"${random.pick(voice.name.split(/\s+/))}"`,
      role && `role:"${role}"`,
      `show:${episode.show.id}`,
      `episode:${episode.key}`,
      `language:${episode.language}`,
      episode.status && `status:${episode.status}`,
      this.#topics.length > 0 && `topic:${random.pick(this.#topics)}`,
      year && `year:${year}`,
      year && `year:${year}-${month}`,
      year && `after:${random.pick([year, `${year}-${month}`])}`,
      year && `before:${random.pick([year, `${year}-${month}`])}`,
      year && `after:${Number(year) - 2} before:${year}-${month}`,
    ];
    return random.pick(filters.filter((filter): filter is string => Boolean(filter)));
  }
}

function byFrequency(texts: readonly string[]): string[][] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of foldedTexts(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const said = sorted.map(([word]) => word);
  const rare = sorted.filter(([, count]) => count < 3).map(([word]) => word);
  return [rare, said.slice(50, 1000), said.slice(0, 50)].filter(({ length }) => length > 0);
}

/** A word of a text as it stands there; of a text without blanks, a run of it. */
function pieceOf(said: string, random: Random): string {
  const pieces = said.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.+#-]*/gu) ?? ['nothing'];
  return random.pick(pieces).replace(/[.'’-]+$/, '');
}

/** A few characters side by side. */
function runOf(text: string, random: Random): string {
  const characters = [...text];
  const from = random.below(characters.length);
  return characters.slice(from, from + random.between(1, 6)).join('');
}

const marks = ['""', '“”', '„“', '«»', '「」'];

/** In quotation marks: two to six words of a text side by side, or a run of characters. */
function phraseOf(said: string, random: Random): string {
  const pieces = said
    .replace(/["“”„‟«»「」『』]/g, ' ')
    .trim()
    .split(/\s+/);
  const from = random.below(pieces.length);
  const words = pieces.slice(from, from + random.between(2, 6));
  const [first = ''] = words;
  const text = isUnspaced(first) && first.length > 3 ? runOf(first, random) : words.join(' ');
  const [open, close] = random.pick(marks);
  return `${open}${text}${close}`;
}

function otherForm(word: string, random: Random): string {
  const stem = word.replace(/(?:ing|ed|es|s|en|n|e)$/u, '');
  return (stem === '' ? word : stem) + random.pick(['', 's', 'ed', 'ing', 'e', 'en']);
}

/** A letter too many, too few, another, or two exchanged. */
function slip(word: string, random: Random): string {
  const letters = [...word];
  const at = random.below(letters.length);
  const [one = '', other = ''] = letters.slice(at);
  const wrong = random.pick([['x', one], [], ['q'], [other, one]]);
  letters.splice(at, wrong[0] === other && other !== '' ? 2 : 1, ...wrong);
  return letters.join('') || word;
}
