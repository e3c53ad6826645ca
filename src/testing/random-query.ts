import { foldedWords, isUnspaced } from '../archive/folded.ts';
import type { Archive } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import type { Random } from './random.ts';

/**
 * A query that somebody might type into the search of an archive: words and phrases that stand in its quotes,
 * beginnings, slips, exclusions, and filters by what there is.
 */
export function randomQuery(archive: Archive, random: Random): string {
  const parts: string[] = [];
  const terms = random.pick([0, 1, 1, 1, 2, 2, 3]);
  const said = saidBy(archive, random);
  for (let index = 0; index < terms; index++)
    parts.push(termOf(random.chance(0.7) ? said : saidBy(archive, random), random));
  if (random.chance(0.25)) parts.push(`-${termOf(saidBy(archive, random), random)}`);
  if (terms === 0 || random.chance(0.4)) parts.push(filterOf(archive, random));
  if (random.chance(0.15)) parts.push(filterOf(archive, random));
  return parts.filter(Boolean).join(' ');
}

/** The text of some quote. */
function saidBy(archive: Archive, random: Random): string {
  const episodes = archive.episodes.filter(({ quotes }) => quotes > 0);
  const turns = random.pick(episodes).parts.filter((part) => part.type === 'turn');
  return plainText(random.pick(random.pick(turns).quotes).content).replace(
    /["“”„«»「」『』]/g,
    ' ',
  );
}

function termOf(said: string, random: Random): string {
  const words = foldedWords(said);
  if (words.length === 0) return 'nothing';
  const at = random.below(words.length);
  const { word, start, end } = words[at]!;
  const text = said.slice(start, end);
  const kind = random.below(10);
  if (kind < 5) return text;
  if (kind < 8) {
    const last = words[Math.min(words.length - 1, at + random.between(1, 5))]!;
    return `"${said.slice(start, Math.max(end, last.end))}"`;
  }
  if (isUnspaced(word) || word.length < 4) return [...text][0]!;
  return kind === 8 ? `${word.slice(0, 3)}*` : word.slice(0, -1) + word.slice(0, 1);
}

function filterOf(archive: Archive, random: Random): string {
  const episode = random.pick(archive.episodes.filter(({ quotes }) => quotes > 0));
  const { voice, role } = random.pick(episode.participants);
  const year = episode.date?.slice(0, 4);
  const filters = [
    voice.id && `speaker:${voice.id}`,
    voice.id && `speaker:"${voice.name.split(' ')[0]}"`,
    role && `role:"${role}"`,
    `show:${episode.show.id}`,
    `episode:${episode.key}`,
    `language:${episode.language}`,
    episode.status && `status:${episode.status}`,
    archive.topics.length > 0 && `topic:${random.pick(archive.topics).id}`,
    year && `year:${year}`,
    year && `after:${year}`,
    episode.date && `before:${episode.date.slice(0, 7)}`,
  ].filter((filter): filter is string => Boolean(filter));
  return random.pick(filters);
}
