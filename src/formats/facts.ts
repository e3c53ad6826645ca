import { closest, distance } from 'fastest-levenshtein';
import { z } from 'astro/zod';
import type {
  ArchiveFacts,
  CollectionFacts,
  EpisodeFacts,
  Place,
  ShowFacts,
  SpeakerFacts,
  TopicFacts,
} from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { forges } from '../archive/forge.ts';
import { quoteIdPattern } from '../archive/id.ts';
import { parseTimestamp } from '../archive/time.ts';

export type Kind = 'archive' | 'show' | 'speaker' | 'topic' | 'collection' | 'episode';

interface FactsByKind {
  archive: ArchiveFacts;
  show: ShowFacts;
  speaker: SpeakerFacts;
  topic: TopicFacts;
  collection: CollectionFacts;
  episode: EpisodeFacts;
}

/** What a schema answers when a value is not what it takes: `expected …`, with an example. */
const expected = (what: string) => ({ error: () => what });

const words = (what: string) => z.string(expected(what)).trim().min(1, expected(what));
const text = words('words, such as `The tide tables`');
const id = z
  .string(expected('a file name without its ending, such as `jo-field`'))
  .regex(
    /^[a-z0-9]+(?:-+[a-z0-9]+)*$/,
    expected('a file name without its ending, such as `jo-field`'),
  );

const quoteId = z
  .string(expected('the id of a quote, such as `q7k2m9xqp`'))
  .regex(quoteIdPattern, expected('the id of a quote, such as `q7k2m9xqp`'));
const featured = z
  .array(quoteId, expected('a list: `featured: [q7k2m9xqp]`'))
  .default([])
  .describe('Quotes shown first; each gets a page of its own.');
const formerNames = z
  .array(id, expected('a list: `formerly: [jo-feild]`'))
  .default([])
  .describe('File names that it had before: their addresses stay, and lead here.');

const isWebAddress = (value: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
};
const webAddress = 'an address that starts with `https://` or `http://`';
const url = z.string(expected(webAddress)).refine(isWebAddress, expected(webAddress));

const imageAddress =
  'a path on the site, such as `/images/jo-field.jpg`, or an address that starts with `https://`';
const image = z
  .string(expected(imageAddress))
  .refine((value) => /^\/(?![/\\])/.test(value) || isWebAddress(value), expected(imageAddress));

const calendarDay = 'a day of the calendar as `2024-03-02`, year, month, day';
const date = z.string(expected(calendarDay)).refine(isCalendarDay, expected(calendarDay));

function isCalendarDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match || match[1] === '0000') return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}

const languageTag = 'a language as `en`, `de`, `ar`, `zh-Hant` (BCP 47)';
const language = z.string(expected(languageTag)).transform((value, context) => {
  try {
    const [canonical] = Intl.getCanonicalLocales(value);
    if (canonical !== undefined) return canonical;
  } catch {
    // Not a language tag: said below.
  }
  context.addIssue({ code: 'custom', message: languageTag });
  return z.NEVER;
});

const clock = 'a duration as `1:02:03` (hours, minutes, seconds) or a number of seconds';
const duration = z.union([z.string(), z.number()], expected(clock)).transform((value, context) => {
  const seconds = typeof value === 'number' ? value : parseTimestamp(value);
  if (seconds !== undefined && Number.isFinite(seconds) && seconds >= 0) return seconds;
  context.addIssue({ code: 'custom', message: clock });
  return z.NEVER;
});

const list = <Item extends z.ZodType>(item: Item, example: string) =>
  z.array(item, expected(`a list: \`${example}\``)).default([]);

const license = z
  .union(
    [text.transform((name) => ({ name })), z.strictObject({ name: text, url: url.optional() })],
    expected('a name, such as `CC BY 4.0`, or `{ name: CC BY 4.0, url: https://… }`'),
  )
  .describe('The licence of the words.');

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, expected(values.map((value) => `\`${value}\``).join(' or ')));

const mapOf = <Value extends z.ZodType>(value: Value, example: string) =>
  z.record(z.string(), value, expected(`a map: \`${example}\``)).default({});

const aWholeNumber = 'a whole number, such as `12`';
const wholeNumber = z.int(expected(aWholeNumber)).min(0, expected(aWholeNumber));

const limit = (what: string) =>
  wholeNumber.min(1, expected(aWholeNumber)).optional().describe(what);

const schemas = {
  archive: z.object({
    title: text.describe('The name of the archive.'),
    description: z
      .string(expected('words'))
      .default('')
      .describe('One or two sentences about the archive.'),
    url: url.describe('The address of the site, with its folder if it has one.'),
    language: language.default('en').describe('The language of the interface: en, de, ar or zh.'),
    license: license.optional(),
    repository: url
      .optional()
      .describe('The address of the git repository; makes the links to edit a file.'),
    branch: words('words, such as `main`')
      .default('main')
      .describe('The branch that is published.'),
    forge: oneOf(forges)
      .optional()
      .describe('What kind of host the repository has, where its name does not tell.'),
    contentPath: words('words, such as `content`')
      .default('content')
      .describe('Where the content folder lies in the repository.'),
    host: oneOf(['github-pages', 'cloudflare-pages', 'netlify', 'other'])
      .default('other')
      .describe('Where the site is published; `npm run doctor` knows its limits.'),
    contact: z
      .string(expected('an address that starts with `mailto:` or `https://`'))
      .refine(
        (value) => isWebAddress(value) || /^mailto:[^\s@]+@[^\s@]+$/.test(value),
        expected('an address that starts with `mailto:` or `https://`'),
      )
      .optional()
      .describe('Where readers write to.'),
    navigation: z
      .array(
        oneOf([
          'episodes',
          'shows',
          'speakers',
          'topics',
          'collections',
          'stats',
          'trends',
          'search',
          'about',
          'cite',
        ]),
        expected('a list: `navigation: [episodes, speakers]`'),
      )
      .default(['episodes', 'shows', 'speakers', 'topics', 'search', 'about'])
      .describe('The pages in the head of the site, in this order.'),
    cards: oneOf(['featured', 'all'])
      .default('featured')
      .describe('Which quotes have a page of their own: those that are featured, or all.'),
    featured,
    longestQuote: wholeNumber
      .default(1500)
      .describe('Words of a paragraph from which the check warns that it is long; 0 never.'),
    start: id
      .optional()
      .describe(
        'The file name of the collection that newcomers begin with; the home page leads there.',
      ),
    limits: z
      .strictObject(
        {
          fileBytes: limit('Bytes of one file; 5000000 unless told.'),
          lineBytes: limit('Bytes of one line, and of one quote; 64000 unless told.'),
          quotes: limit('Quotes in one episode; 20000 unless told.'),
          speakers: limit('Speakers in one episode; 200 unless told.'),
        },
        expected('a map: `limits: { fileBytes: 8000000 }`'),
      )
      .optional()
      .describe('How much one file may hold. More is refused before it is read.'),
    docs: z
      .boolean(expected('`true` or `false`'))
      .default(true)
      .describe('Whether the site has the documentation, at /docs/.'),
  }),
  show: z.object({
    title: text.describe('The name of the show.'),
    description: text.optional().describe('One sentence about it.'),
    kind: oneOf(['podcast', 'meeting', 'lectures', 'other'])
      .default('other')
      .describe('What kind of series it is.'),
    language: language
      .optional()
      .describe('The language of its episodes, unless they say another.'),
    url: url.optional().describe('Its own site.'),
    license: license.optional(),
    formerly: formerNames,
  }),
  speaker: z.object({
    name: text.describe('The name as it is shown.'),
    aliases: list(text, 'aliases: [J. Field]').describe(
      'Other names and spellings that transcripts use.',
    ),
    distinctFrom: list(text, 'distinctFrom: [Jo Fields]').describe(
      'Names that look alike and are somebody else’s: settles the warning.',
    ),
    mentionedAs: list(text, 'mentionedAs: [Jo]').describe(
      'Names of one word that mean this person wherever others say them.',
    ),
    description: text.optional().describe('Who this is, in one line.'),
    image: image.optional().describe('A portrait: a file in the folder `public`.'),
    links: list(
      z.strictObject({ label: text, url }, expected('`{ label: Home page, url: https://… }`')),
      'links: [{ label: Home page, url: https://… }]',
    ).describe('Pages by or about the speaker.'),
    sameAs: list(url, 'sameAs: [https://…]').describe(
      'The same person in other registers, such as Wikidata.',
    ),
    formerly: formerNames,
    featured,
  }),
  topic: z.object({
    name: text.describe('The name as it is shown.'),
    aliases: list(text, 'aliases: [tide tables]').describe('Other names of the topic.'),
    terms: list(text, 'terms: [tide, tides]').describe(
      'Words that mark a quote as being about the topic.',
    ),
    quotes: list(quoteId, 'quotes: [q7k2m9xqp]').describe(
      'Quotes that are about the topic though none of its words stands in them.',
    ),
    notAbout: list(quoteId, 'notAbout: [q7k2m9xqp]').describe(
      'Quotes that are not about the topic, whatever words stand in them.',
    ),
    broader: id.optional().describe('The file name of a broader topic.'),
    description: text.optional().describe('What it is, in one sentence.'),
    formerly: formerNames,
    featured,
  }),
  collection: z.object({
    title: text.describe('The title as it is shown.'),
    description: text.optional().describe('What it holds, in one sentence.'),
    kind: oneOf(['essay', 'list'])
      .optional()
      .describe(
        'What it is: a text, or a list of chosen quotes. With a query it is a saved search.',
      ),
    language: language
      .optional()
      .describe('The language of its text, where it is not that of the interface.'),
    author: text.optional().describe('Who wrote it.'),
    date: date
      .optional()
      .describe('The day on which it was written: quotes that were corrected later say so.'),
    query: words('words to look for, such as `fog speaker:jo-field after:2019`')
      .optional()
      .describe('What it looks for, as one types it into the search.'),
    formerly: formerNames,
  }),
  episode: z.object({
    title: text.describe('The title.'),
    date: date.optional().describe('The day of the recording or its publication.'),
    language: language.optional().describe('The language that is spoken.'),
    direction: oneOf(['ltr', 'rtl'])
      .optional()
      .describe('The direction of the script, where the language does not tell.'),
    speakers: mapOf(id, 'speakers: { JF: jo-field }').describe(
      'Labels of this transcript that are neither a name nor an alias, and whom they mean.',
    ),
    roles: mapOf(text, 'roles: { jo-field: host }').describe('What speakers are in this episode.'),
    audio: url.optional().describe('The recording, as a file that can be played.'),
    video: url.optional().describe('The recording, as a file that can be played.'),
    duration: duration.optional().describe('How long the recording is: `1:02:03`.'),
    topics: list(id, 'topics: [tides]').describe('File names of topics.'),
    summary: text.optional().describe('One or two sentences about the episode.'),
    source: url.optional().describe('Where the recording or the transcript was published first.'),
    status: oneOf(['machine', 'reviewed', 'verified'])
      .optional()
      .describe(
        'How far the transcript can be trusted: by a machine, reviewed, verified against the recording.',
      ),
    translationOf: id.optional().describe('The file name of the episode that this one translates.'),
    number: wholeNumber.optional().describe('Its number in the show.'),
    season: wholeNumber.optional().describe('The season it belongs to.'),
    license: license.optional(),
    transcriber: text.optional().describe('Who made the transcript.'),
    key: id
      .optional()
      .describe('Its address, where that must be another than the file’s name. The old one stays.'),
    repeats: id
      .optional()
      .describe('The episode whose recording was published again here, with the same words.'),
  }),
} satisfies Record<Kind, z.ZodObject>;

/** The schema of one kind of file, for Astro's collections. */
export const schemaOf = <K extends Kind>(kind: K): (typeof schemas)[K] => schemas[kind];

/**
 * What the fields of a file say, checked. A field that is missing or not what it should be is an error at
 * its line; a field that nobody knows is a warning with the nearest known one. With an error there are no
 * `facts`, but `rest`: what the right fields say, so that everything else can be looked at, too.
 *
 * parseFacts('speaker', { name: 'Jo Field' }, { file, places }) // =>
 * { facts: { name: 'Jo Field', aliases: [], distinctFrom: [], mentionedAs: [], links: [], … }, problems: [] }
 */
export function parseFacts<K extends Kind>(
  kind: K,
  data: Readonly<Record<string, unknown>>,
  { file, places }: { file: string; places: ReadonlyMap<string, Place> },
): { facts?: FactsByKind[K]; rest?: FactsByKind[K]; problems: Problem[] } {
  const schema = schemas[kind];
  const problems: Problem[] = [];
  for (const key of Object.keys(data)) {
    if (Object.hasOwn(schema.shape, key)) continue;
    const near = closest(key, Object.keys(schema.shape));
    const place = places.get(key);
    problems.push({
      rule: 'unknown-field',
      severity: 'warning',
      file,
      ...(place && { place }),
      message: `Unexpected field \`${key}\`, expected one of ${Object.keys(schema.shape).join(', ')}`,
      mend:
        distance(key, near) <= Math.max(2, key.length / 3)
          ? `Did you mean \`${near}\`? Otherwise delete the line: it has no effect.`
          : 'Delete the line: it has no effect.',
    });
  }
  const parsed = schema.safeParse(data);
  if (parsed.success)
    return { facts: withoutUndefined(parsed.data) as unknown as FactsByKind[K], problems };
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.');
    const value = issue.path.reduce<unknown>(
      (at, key) =>
        at !== null && typeof at === 'object'
          ? (at as Record<PropertyKey, unknown>)[key]
          : undefined,
      data,
    );
    const place = placeOf(issue.path, places);
    problems.push({
      rule: value === undefined ? 'missing-field' : 'wrong-field',
      severity: 'error',
      file,
      ...(place && { place }),
      message:
        value === undefined
          ? `Unexpected missing field \`${name}\`, expected ${issue.message}`
          : `Unexpected ${quoted(value)} for \`${name}\`, expected ${issue.message}`,
      mend: mendOf(String(issue.path[0]), name, value, issue.message),
    });
  }
  const wrong = new Set(parsed.error.issues.map(({ path: [field] }) => field));
  const right = Object.entries(data).filter(([field]) => !wrong.has(field));
  const rest = schema.safeParse({ ...standIns, ...Object.fromEntries(right) });
  return {
    ...(rest.success && { rest: withoutUndefined(rest.data) as unknown as FactsByKind[K] }),
    problems,
  };
}

/** For what every file of some kind must say; nobody is shown them. */
const standIns = { title: 'Untitled', name: 'Unnamed', url: 'https://example.org/' };

/** The text to type: a list around what stands alone, a field that is missing, quotes around a number. */
function mendOf(field: string, name: string, value: unknown, message: string): string {
  if (message.startsWith('a list')) {
    return value === null
      ? `Type \`${field}: []\`, or delete the line.`
      : `Type \`${field}: [${typeof value === 'string' ? value : '…'}]\`.`;
  }
  if (message.startsWith('a map'))
    return `Type ${/`[^`]+`/.exec(message)![0]}, or delete the field.`;
  if (value === undefined) return `Add a line \`${field}: …\`.`;
  if (value === null) return `Type a value after \`${field}:\`, or delete the line.`;
  if (message.startsWith('words') && ['boolean', 'number'].includes(typeof value)) {
    return `Put it between quotes: \`${name}: "${String(value)}"\`.`;
  }
  const [example] = /`[^`]+`/.exec(message) ?? [];
  if (!example) return `Change \`${name}\`.`;
  return name === field
    ? `For example: \`${name}: ${example.slice(1)}.`
    : `For example: ${example}.`;
}

function quoted(value: unknown): string {
  if (value === null) return 'empty value';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

function placeOf(
  path: readonly PropertyKey[],
  places: ReadonlyMap<string, Place>,
): Place | undefined {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(path.slice(0, length).join('.'));
    if (place) return place;
  }
  return undefined;
}

const withoutUndefined = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));

/**
 * JSON Schemas of what a file may say, for editors: they complete fields, explain them and mark typos.
 * By kind of file.
 */
export function jsonSchemas(): Record<Kind, object> {
  const schemaFor = (kind: Kind): object => ({
    ...z.toJSONSchema(schemas[kind], { io: 'input', unrepresentable: 'any' }),
    additionalProperties: false,
  });
  return {
    archive: schemaFor('archive'),
    show: schemaFor('show'),
    speaker: schemaFor('speaker'),
    topic: schemaFor('topic'),
    collection: schemaFor('collection'),
    episode: schemaFor('episode'),
  };
}
