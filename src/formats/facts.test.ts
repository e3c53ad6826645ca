import { describe, expect, it } from 'vitest';
import { jsonSchemas, parseFacts, type Kind } from './facts.ts';
import { parseFrontMatter } from './front-matter.ts';

const file = 'content/episodes/harbour/tides.md';
const check = (kind: Kind, yaml: string) => {
  const { data, places, problems } = parseFrontMatter(`---\n${yaml}\n---\n`, file);
  expect(problems).toEqual([]);
  return parseFacts(kind, data, { file, places });
};
const told = (kind: Kind, yaml: string) =>
  check(kind, yaml).problems.map(
    ({ place, severity, message, mend }) =>
      `${place?.line}:${place?.column} ${severity} ${message} | ${mend}`,
  );
const episode = (field: string) => told('episode', `title: Tides\n${field}`);
const value = (kind: Kind, yaml: string, field: string): unknown =>
  (check(kind, yaml).facts as unknown as Record<string, unknown>)[field];

describe('a field that is wrong', () => {
  it.each([
    [
      'topics: tides',
      '3:1 error Unexpected `tides` for `topics`, expected a list: `topics: [tides]` | Type `topics: [tides]`.',
    ],
    [
      'topics:',
      '3:1 error Unexpected empty value for `topics`, expected a list: `topics: [tides]` | Type `topics: []`, or delete the line.',
    ],
    [
      'topics: [tides, Low Water]',
      '3:17 error Unexpected `Low Water` for `topics.1`, expected a file name without its ending, such as `jo-field` | For example: `jo-field`.',
    ],
    [
      'date: 2024-02-30',
      '3:1 error Unexpected `2024-02-30` for `date`, expected a day of the calendar as `2024-03-02`, year, month, day | For example: `date: 2024-03-02`.',
    ],
    [
      'duration: 1:61',
      '3:1 error Unexpected `1:61` for `duration`, expected a duration as `1:02:03` (hours, minutes, seconds) or a number of seconds | For example: `duration: 1:02:03`.',
    ],
    [
      'source: javascript:alert(1)',
      '3:1 error Unexpected `javascript:alert(1)` for `source`, expected an address that starts with `https://` or `http://` | For example: `source: https://`.',
    ],
    [
      'language: english language',
      '3:1 error Unexpected `english language` for `language`, expected a language as `en`, `de`, `ar`, `zh-Hant` (BCP 47) | For example: `language: en`.',
    ],
    [
      'speakers: [jo]',
      '3:1 error Unexpected `["jo"]` for `speakers`, expected a map: `speakers: { JF: jo-field }` | Type `speakers: { JF: jo-field }`, or delete the field.',
    ],
    [
      'status: done',
      '3:1 error Unexpected `done` for `status`, expected `machine` or `reviewed` or `verified` | For example: `status: machine`.',
    ],
    [
      'number: one',
      '3:1 error Unexpected `one` for `number`, expected a whole number, such as `12` | For example: `number: 12`.',
    ],
  ])('%s is told', (field, problem) => expect(episode(field)).toEqual([problem]));

  it('is told with all the others, at once', () => {
    expect(told('episode', 'title: 12\ndate: 2024-13-45\ntopics: tides')).toHaveLength(3);
  });

  it('is missing', () => {
    expect(parseFacts('speaker', {}, { file, places: new Map() })).toEqual({
      problems: [
        {
          rule: 'missing-field',
          severity: 'error',
          file,
          message: 'Unexpected missing field `name`, expected words, such as `The tide tables`',
          mend: 'Add a line `name: …`.',
        },
      ],
      rest: expect.objectContaining({ name: 'Unnamed', aliases: [] }),
    });
  });

  it('leaves what the right fields say, and never as `facts`', () => {
    const data = { title: 'The bell', date: '2.3.2024', topics: ['bells'] };
    const parsed = parseFacts('episode', data, { file, places: new Map() });
    expect(parsed).not.toHaveProperty('facts');
    expect(parsed.rest).toMatchObject({ title: 'The bell', topics: ['bells'] });
    expect(parsed.rest).not.toHaveProperty('date');
  });

  it.each([
    '0000-01-01',
    '2023-02-29',
    '2024-13-45',
    '2024-3-2',
    '1911',
    '02.03.2024',
    '2024-03-02T10:00:00Z',
    '20240302',
  ])('date: %s', (date) => expect(episode(`date: "${date}"`)).toHaveLength(1));
  it.each([
    'audio: ftp://example.org',
    'video: //example.org/a.mp4',
    'source: "https://"',
    'audio: data:audio/mp3,x',
    'duration: -1',
    'duration: 1:02:61',
    'duration: .inf',
    'license: [a]',
    'number: 1.5',
    'direction: up',
    'title: ""',
    'roles: { jo-field: 3 }',
  ])('%s', (field) =>
    expect(
      check('episode', `${field.startsWith('title') ? '' : 'title: Tides\n'}${field}`).facts,
    ).toBeUndefined(),
  );
  it.each([
    'image: javascript:x',
    'image: //example.org/a.jpg',
    'image: a.jpg',
    'links: [https://example.org]',
    'sameAs: [Q42]',
    'links: [{ label: a, url: "javascript:x" }]',
  ])('speaker with %s', (field) =>
    expect(check('speaker', `name: Jo\n${field}`).facts).toBeUndefined(),
  );
  it.each([
    'url: example.org',
    'url: /archive/',
    'contact: javascript:x',
    'contact: a@example.org',
    'host: ftp',
    'navigation: [nowhere]',
  ])('archive with %s', (field) =>
    expect(
      check(
        'archive',
        `title: Harbour\n${field.startsWith('url') ? '' : 'url: https://example.org/\n'}${field}`,
      ).facts,
    ).toBeUndefined(),
  );
});

describe('a field that nobody knows', () => {
  it.each([
    ['titel: Tides', 'Did you mean `title`? Otherwise delete the line: it has no effect.'],
    ['weather: wet', 'Delete the line: it has no effect.'],
    ['toString: x', 'Delete the line: it has no effect.'],
  ])('%s is a warning', (field, mend) => {
    const { facts, problems } = check('show', `title: Harbour\n${field}`);
    expect(facts).toEqual({ title: 'Harbour', kind: 'other', formerly: [] });
    expect(
      problems.map((problem) => [
        problem.severity,
        problem.rule,
        problem.place?.line,
        problem.mend,
      ]),
    ).toEqual([['warning', 'unknown-field', 3, mend]]);
  });
});

describe('facts', () => {
  it('have defaults', () => {
    expect(check('archive', 'title: Harbour\nurl: https://example.org/a/').facts).toEqual({
      title: 'Harbour',
      description: '',
      url: 'https://example.org/a/',
      language: 'en',
      branch: 'main',
      contentPath: 'content',
      host: 'other',
      navigation: ['episodes', 'shows', 'speakers', 'topics', 'search', 'about'],
      cards: 'featured',
      featured: [],
      docs: true,
      longestQuote: 1500,
    });
    expect(check('episode', 'title: Tides').facts).toEqual({
      title: 'Tides',
      speakers: {},
      roles: {},
      topics: [],
    });
    expect(check('speaker', 'name: Jo').facts).toEqual({
      name: 'Jo',
      aliases: [],
      distinctFrom: [],
      mentionedAs: [],
      links: [],
      sameAs: [],
      formerly: [],
      featured: [],
    });
    expect(check('topic', 'name: Tides').facts).toEqual({
      name: 'Tides',
      aliases: [],
      terms: [],
      quotes: [],
      notAbout: [],
      formerly: [],
      featured: [],
    });
  });

  it.each([
    ['1:02:03', 3723],
    ['62:03', 3723],
    ['3723', 3723],
    ['90.5', 90.5],
    ['"0:00:01.5"', 1.5],
  ])('duration: %s is %d seconds', (yaml, seconds) =>
    expect(value('episode', `title: a\nduration: ${yaml}`, 'duration')).toBe(seconds),
  );
  it.each(['0001-01-01', '1911-10-10', '2024-02-29', '9999-12-31'])('date: %s is a day', (date) =>
    expect(value('episode', `title: a\ndate: ${date}`, 'date')).toBe(date),
  );
  it.each([
    ['EN-us', 'en-US'],
    ['zh-hant', 'zh-Hant'],
    ['iw', 'he'],
    ['eo', 'eo'],
  ])('language: %s is %s', (yaml, tag) =>
    expect(value('episode', `title: a\nlanguage: ${yaml}`, 'language')).toBe(tag),
  );
  it.each([
    ['CC0', { name: 'CC0' }],
    ['{ name: CC0, url: https://example.org/ }', { name: 'CC0', url: 'https://example.org/' }],
  ])('license: %s', (yaml, license) =>
    expect(value('show', `title: a\nlicense: ${yaml}`, 'license')).toEqual(license),
  );
  it.each(['/images/jo.jpg', 'https://example.org/jo.jpg'])('image: %s', (image) =>
    expect(value('speaker', `name: a\nimage: ${image}`, 'image')).toBe(image),
  );
  it.each(['mailto:a@example.org', 'https://example.org/write'])('contact: %s', (contact) =>
    expect(
      value('archive', `title: a\nurl: https://example.org\ncontact: ${contact}`, 'contact'),
    ).toBe(contact),
  );
});

describe('the schemas for editors', () => {
  it.each(Object.entries(jsonSchemas()))(
    '%s: explain every field and refuse others',
    (_kind, schema) => {
      const { properties, additionalProperties } = schema as {
        properties: Record<string, { description?: string }>;
        additionalProperties: boolean;
      };
      expect(additionalProperties).toBe(false);
      for (const [name, property] of Object.entries(properties))
        expect(property.description, name).toMatch(/\S/);
    },
  );

  it('ask for no field that has a default', () => {
    expect(
      Object.fromEntries(
        Object.entries(jsonSchemas()).map(([kind, schema]) => [
          kind,
          (schema as { required?: string[] }).required,
        ]),
      ),
    ).toEqual({
      archive: ['title', 'url'],
      collection: ['title'],
      show: ['title'],
      speaker: ['name'],
      topic: ['name'],
      episode: ['title'],
    });
  });
});
