import { normalizeLabel } from '../archive/label.ts';
import { plural } from '../review/phrase.ts';
import type { ImportEpisode } from './episode.ts';
import type { Existing } from './existing.ts';
import { listVoices, type Voice } from './people.ts';
import type { Given } from './plan.ts';

/** Ways of asking a person; each answers with what was typed or chosen. */
export interface Prompts {
  text(question: {
    readonly message: string;
    readonly initial?: string;
    readonly example?: string;
    /** What is wrong with an answer; undefined when nothing is. */
    readonly check?: (answer: string) => string | undefined;
  }): Promise<string>;
  select(question: {
    readonly message: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  }): Promise<string>;
  confirm(message: string): Promise<boolean>;
}

/** More known people than this are typed, not chosen from a list. */
const mostChoices = 40;
/** With more names that nobody knows, each is taken for a new person without asking. */
const mostNewNames = 6;

/**
 * Asks for what the files and the options do not say: the show; of a single episode its title, day, language and
 * topics; and who is who. What was given already is not asked.
 */
export async function askGiven(
  episodes: readonly ImportEpisode[],
  existing: Existing,
  given: Given,
  { folder, prompts }: { readonly folder?: string; readonly prompts: Prompts },
): Promise<Given> {
  const [first, ...others] = episodes;
  // An archive of Markdown says all there is to know, and what was imported before has its place.
  if (!first?.isSingle || episodes.every(({ source }) => existing.imported.has(source)))
    return given;
  const only = others.length === 0 ? first : undefined;
  const asked: { -readonly [Name in keyof Given]: Given[Name] } = { ...given };
  const hasFolder =
    folder !== undefined ||
    episodes.some(({ path, show }) => path.includes('/') || show !== undefined);
  if (asked.show === undefined && !hasFolder) asked.show = await askShow(existing, prompts);
  if (only) {
    const { facts } = only;
    if (asked.title === undefined && only.isUntitled)
      asked.title = await prompts.text({
        message: 'Title of the episode',
        initial: facts.title,
        check: (answer) => (answer.trim() === '' ? 'Type a title.' : undefined),
      });
    if (asked.date === undefined && facts['date'] === undefined) {
      const date = await prompts.text({
        message: 'Day of the recording, as 2024-03-02 (empty: not known)',
        example: '2024-03-02',
        check: (answer) =>
          answer.trim() === '' || isDay(answer.trim())
            ? undefined
            : 'Type it as year, month, day: 2024-03-02.',
      });
      if (date.trim() !== '') asked.date = date.trim();
    }
    if (asked.language === undefined && facts['language'] === undefined) {
      const language = await prompts.text({
        message: 'Language that is spoken: en, de, ar, zh …',
        initial: existing.language ?? 'en',
        check: (answer) =>
          isLanguage(answer.trim()) ? undefined : 'Type it as en, de, ar, zh-Hant.',
      });
      // What the whole archive says need not be said again.
      if (language.trim() !== existing.language) asked.language = language.trim();
    }
    asked.speakers = await askSpeakers(only, existing, given.speakers ?? new Map(), prompts);
    if (asked.topics === undefined && only.topics.length === 0) {
      const topics = await askTopics(existing, prompts);
      if (topics) asked.topics = topics;
    }
  }
  return asked;
}

const newOne = '\u0000new';
const nobody = '\u0000nobody';

async function askShow(existing: Existing, prompts: Prompts): Promise<string> {
  const title = (): Promise<string> =>
    prompts.text({
      message: 'Name of the series that it belongs to',
      example: 'Harbour Talk',
      check: (answer) => (answer.trim() === '' ? 'Type a name.' : undefined),
    });
  if (existing.shows.size === 0) return title();
  const show = await prompts.select({
    message: 'Which series does it belong to?',
    choices: [
      ...[...existing.shows].map(([value, label]) => ({ value, label })),
      { value: newOne, label: 'A new one' },
    ],
  });
  return show === newOne ? title() : show;
}

async function askSpeakers(
  { transcript }: ImportEpisode,
  existing: Existing,
  given: ReadonlyMap<string, string>,
  prompts: Prompts,
): Promise<ReadonlyMap<string, string>> {
  const known = new Set([...given.keys()].map((label) => label.toLowerCase()));
  const voices = listVoices([transcript]);
  const all = voices.reduce((sum, { words }) => sum + words, 0);
  const isNew = ({ label, isAnonymous }: Voice): boolean =>
    !isAnonymous && !existing.speakers.has(normalizeLabel(label));
  const asksForNew = voices.filter(isNew).length <= mostNewNames;
  const names = new Map(given);
  for (const voice of voices) {
    if (known.has(voice.label.toLowerCase())) continue;
    if (!voice.isAnonymous && !(asksForNew && isNew(voice) && existing.nameOf.size > 0)) continue;
    const whom = await askWho(voice, all, existing, prompts);
    if (whom !== undefined) names.set(voice.label, whom);
  }
  return names;
}

/** The id or the name of a voice; undefined for one that keeps its label. */
export async function askWho(
  { label, isAnonymous, words, first }: Voice,
  all: number,
  existing: Existing,
  prompts: Prompts,
): Promise<string | undefined> {
  const share = Math.round((100 * words) / Math.max(all, 1));
  const people = [...existing.nameOf].slice(0, mostChoices);
  const choice = await prompts.select({
    message: `Who is ${label}? ${plural(words, 'word')}, ${share} %: “${first}”`,
    choices: [
      isAnonymous
        ? { value: nobody, label: 'Leave anonymous' }
        : { value: nobody, label: `${label}, who is new here` },
      { value: newOne, label: 'Type a name' },
      ...people.map(([value, name]) => ({ value, label: name })),
    ],
  });
  if (choice === nobody) return undefined;
  if (choice !== newOne) return choice;
  const name = await prompts.text({
    message: `Name of ${label}, as it is to be shown`,
    example: 'Jo Field',
    check: (answer) => (answer.trim() === '' ? 'Type a name.' : undefined),
  });
  return name.trim();
}

async function askTopics(existing: Existing, prompts: Prompts): Promise<string[] | undefined> {
  const known = [...existing.taken.topics].slice(0, 12).join(', ');
  const answer = await prompts.text({
    message: `Topics, with commas between them (empty: none)${known === '' ? '' : `; there are ${known}`}`,
  });
  const topics = answer.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  return topics.length === 0 ? undefined : topics;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
