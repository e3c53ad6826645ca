import type {
  CollectionFacts,
  EpisodeEntry,
  EpisodeFacts,
  EssayEntry,
  EssayPart,
  Place,
  ProseEntry,
  Sources,
  Speech,
  SpeakerFacts,
  TopicFacts,
  Transcript,
} from './model.ts';

/** Small invented sources for tests: what a test does not say has a sensible value. */

const place: Place = { line: 1, column: 1 };
const places = new Map<string, Place>();

const file = (path: string) => ({ path, file: `content/${path}`, places });

/** A speech under a label, one passage for each text. */
export const speech = (label: string | null, ...texts: string[]): Speech => ({
  type: 'speech',
  label,
  place,
  passages: texts.map((text) => ({ content: [text], place })),
});

/** An episode of the show `harbour`. */
export const episode = (
  id: string,
  parts: Transcript['parts'],
  facts: Partial<EpisodeFacts> = {},
): EpisodeEntry => ({
  id,
  ...file(`episodes/harbour/${id}.md`),
  show: 'harbour',
  hash: '8ab686eafeb1f44702738c8b0f24f2567c36da6d',
  transcript: { parts },
  facts: { title: id, speakers: {}, roles: {}, topics: [], ...facts },
});

/** A speaker. */
export const speaker = (
  id: string,
  name: string,
  facts: Partial<SpeakerFacts> = {},
): ProseEntry<SpeakerFacts> => ({
  id,
  ...file(`speakers/${id}.md`),
  html: '',
  facts: {
    name,
    aliases: [],
    distinctFrom: [],
    mentionedAs: [],
    links: [],
    sameAs: [],
    formerly: [],
    featured: [],
    ...facts,
  },
});

/** A topic. */
export const topic = (
  id: string,
  name: string,
  facts: Partial<TopicFacts> = {},
): ProseEntry<TopicFacts> => ({
  id,
  ...file(`topics/${id}.md`),
  html: '',
  facts: {
    name,
    aliases: [],
    terms: [],
    quotes: [],
    notAbout: [],
    formerly: [],
    featured: [],
    ...facts,
  },
});

/** A collection, with its query on the third line, and its text. */
export const collection = (
  id: string,
  facts: Partial<CollectionFacts> = {},
  parts: readonly EssayPart[] = [],
): EssayEntry => ({
  id,
  ...file(`collections/${id}.mdx`),
  places: new Map([['query', { line: 3, column: 1 }]]),
  parts,
  facts: { title: id, formerly: [], ...facts },
});

/** Sources with the show `harbour`, the topic `tides` and what is given. */
export const sources = (given: Partial<Sources> = {}): Sources => ({
  archive: {
    id: 'archive',
    ...file('archive.yaml'),
    facts: {
      title: 'Harbour archive',
      description: '',
      url: 'https://example.org/',
      language: 'en',
      branch: 'main',
      contentPath: 'content',
      host: 'other',
      navigation: [],
      cards: 'featured',
      longestQuote: 1500,
      featured: [],
      docs: true,
    },
  },
  shows: [
    {
      id: 'harbour',
      ...file('shows/harbour.md'),
      html: '',
      facts: { title: 'Harbour', kind: 'podcast', formerly: [] },
    },
  ],
  speakers: [speaker('jo-field', 'Jo Field', { aliases: ['JF'] }), speaker('ann-reed', 'Ann Reed')],
  topics: [topic('tides', 'Tides')],
  collections: [],
  episodes: [],
  ...given,
});
