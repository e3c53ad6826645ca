import type { Rules } from './rule.ts';

const episode = (head: string, body = '**Jo Field:** It is late.') => ({
  path: 'episodes/talk/tides.md',
  text: `---\n${head}\n---\n\n${body}\n`,
});
const json = (text: string) => ({ path: 'episodes/talk/tides.json', text });
const right = episode('title: The tides');

/** Rules about the fields at the head of a file, between two lines of `---`. */
export const frontMatterRules = {
  yaml: {
    severity: 'error',
    holds: 'The front matter is YAML: one field a line, as `name: value`.',
    why: 'A field that cannot be read would be lost.',
    wrong: episode('title: "Tides: a history'),
    right: episode('title: "Tides: a history"'),
  },
  'yaml-key': {
    severity: 'error',
    holds: 'No field is called `__proto__`, `constructor` or `prototype`.',
    why: 'These names reach into the program that reads them.',
    wrong: episode('title: The tides\n__proto__: 1'),
    right,
  },
  'yaml-aliases': {
    severity: 'error',
    holds: 'Values are written out, not repeated by a hundred references.',
    why: 'A few lines of references can become gigabytes.',
    wrong: episode(
      `title: The tides\nroles: { jo-field: &a host }\ntopics: [${'*a, '.repeat(101)}*a]`,
    ),
    right,
  },
  'front-matter-open': {
    severity: 'error',
    holds: 'The front matter ends with a second line `---`.',
    why: 'Otherwise the whole transcript would be front matter.',
    wrong: {
      path: 'episodes/talk/tides.md',
      text: '---\ntitle: The tides\n\n**Jo Field:** It is late.\n',
    },
    right,
  },
  'front-matter-fence': {
    severity: 'error',
    holds: 'The line that ends the front matter is `---` and nothing else.',
    why: 'With words behind it nobody can tell where the transcript starts.',
    wrong: {
      path: 'episodes/talk/tides.md',
      text: '---\ntitle: The tides\n--- the end\n---\n\n**Jo Field:** It is late.\n',
    },
    right,
  },
  'front-matter-language': {
    severity: 'error',
    holds: 'The front matter is YAML, no other language.',
    why: 'Other languages can be programs, and nothing in a transcript may run.',
    wrong: {
      path: 'episodes/talk/tides.md',
      text: '---js\n{ title: "The tides" }\n---\n\n**Jo Field:** It is late.\n',
    },
    right,
  },
  'missing-field': {
    severity: 'error',
    holds: 'A file has the fields that it cannot do without: an episode its `title`.',
    why: 'A page needs something to be called.',
    wrong: episode('date: 2024-03-02'),
    right: episode('title: The tides\ndate: 2024-03-02'),
  },
  'wrong-field': {
    severity: 'error',
    holds: 'A field has a value of its kind: a day for `date`, a list for `topics`.',
    why: 'A value of another kind would be left out, or guessed.',
    wrong: episode('title: The tides\ndate: 2024-13-45'),
    right: episode('title: The tides\ndate: 2024-12-05'),
  },
  'unknown-field': {
    severity: 'warning',
    holds: 'Every field is one that the archive knows.',
    why: 'What stands in a field that nobody reads is lost. Most often it is a slip of the keyboard.',
    wrong: episode('title: The tides\ntopcis: [tides]'),
    right: episode('title: The tides\ntopics: [tides]'),
  },
  'unknown-show': {
    severity: 'error',
    holds: 'The folder of an episode has a file of its name in `content/shows`.',
    why: 'The show needs a title for its page.',
    wrong: { path: 'episodes/talks/lamps.md', text: right.text },
    right: { path: 'episodes/talk/lamps.md', text: right.text },
  },
  'unknown-speaker': {
    severity: 'error',
    holds: 'Speakers in front matter are named by their file in `content/speakers`.',
    why: 'Words would be on nobody’s page.',
    wrong: episode('title: The tides\nspeakers: { JF: jo-feild }', '**JF:** It is late.'),
    right: episode('title: The tides\nspeakers: { JF: jo-field }', '**JF:** It is late.'),
  },
  'unknown-topic': {
    severity: 'error',
    holds: 'Topics are named by their file in `content/topics`.',
    why: 'The episode would be on no topic’s page.',
    wrong: episode('title: The tides\ntopics: [tide]'),
    right: episode('title: The tides\ntopics: [tides]'),
  },
  'unknown-episode': {
    severity: 'error',
    holds: '`translationOf` names the file of another episode.',
    why: 'A translation and its original lead to each other.',
    wrong: episode('title: Die Gezeiten\nlanguage: de\ntranslationOf: no-such-episode'),
    right: {
      ...episode('title: Die Gezeiten\nlanguage: de\ntranslationOf: lamps'),
      beside: { 'episodes/talk/lamps.md': episode('title: The lamps', '**Ann Reed:** Yes.').text },
    },
  },
  'unknown-collection': {
    severity: 'error',
    holds: '`start` in `archive.yaml` names a file in `content/collections`.',
    why: 'Newcomers would be led to no page.',
    wrong: {
      path: 'archive.yaml',
      text: 'title: Harbour\nurl: https://example.org/\nstart: fogg\n',
    },
    right: {
      path: 'archive.yaml',
      text: 'title: Harbour\nurl: https://example.org/\nstart: fog\n',
      beside: { 'collections/fog.mdx': '---\ntitle: Fog\n---\n\nOn fog.\n' },
    },
  },
  'topic-contradiction': {
    severity: 'error',
    holds: 'A quote is not both about a topic and not about it.',
    why: 'Nobody could tell which of the two was meant.',
    wrong: {
      path: 'topics/tides.md',
      text: '---\nname: Tides\nquotes: [q7k2m9xqp]\nnotAbout: [q7k2m9xqp]\n---\n',
    },
    right: { path: 'topics/tides.md', text: '---\nname: Tides\n---\n' },
  },
  json: {
    severity: 'error',
    holds: 'A `.json` file is JSON.',
    why: 'One comma too many and no program can read the rest.',
    wrong: json('{ "meta": { "title": "The tides" }, "segments": [ ], }'),
    right: json('{ "meta": { "title": "The tides" }, "segments": [ ] }'),
  },
  'json-key': {
    severity: 'error',
    holds: 'No field is called `__proto__`, `constructor` or `prototype`.',
    why: 'These names reach into the program that reads them.',
    wrong: json('{ "meta": { "title": "The tides", "__proto__": 1 }, "segments": [] }'),
    right: json('{ "meta": { "title": "The tides" }, "segments": [] }'),
  },
  'json-key-twice': {
    severity: 'error',
    holds: 'A field stands once in its object.',
    why: 'Of two, most programs drop the first without a word.',
    wrong: json('{ "meta": { "title": "The tides", "title": "Tides" }, "segments": [] }'),
    right: json('{ "meta": { "title": "The tides" }, "segments": [] }'),
  },
  'no-segments': {
    severity: 'error',
    holds: 'A transcript in JSON has its words under `segments`.',
    why: 'Without them it says nothing.',
    wrong: json('{ "meta": { "title": "The tides" } }'),
    right: json(
      '{ "meta": { "title": "The tides" }, "segments": [{ "speaker": "Jo Field", "startTime": 0, "body": "It is late." }] }',
    ),
  },
  'wrong-segment': {
    severity: 'error',
    holds: 'A segment has its words in `body`, and its times as numbers of seconds.',
    why: 'Words in another place would be lost.',
    wrong: json(
      '{ "meta": { "title": "The tides" }, "segments": [{ "speaker": "Jo Field", "startTime": "0:04", "body": "It is late." }] }',
    ),
    right: json(
      '{ "meta": { "title": "The tides" }, "segments": [{ "speaker": "Jo Field", "startTime": 4, "body": "It is late." }] }',
    ),
  },
  'empty-segment': {
    severity: 'warning',
    holds: 'A segment has words.',
    why: 'One without cannot be quoted, and is not shown.',
    wrong: json(
      '{ "meta": { "title": "The tides" }, "segments": [{ "speaker": "Jo Field", "startTime": 0, "body": " " }] }',
    ),
    right: json(
      '{ "meta": { "title": "The tides" }, "segments": [{ "speaker": "Jo Field", "startTime": 0, "body": "It is late." }] }',
    ),
  },
} as const satisfies Rules;
