import type { Kind } from '../formats/facts.ts';
import { type Field, fieldsOf } from '../formats/field.ts';
import { serializeFrontMatter } from '../formats/front-matter.ts';

/** Fields that somebody new to a file may want, in the order in which they are offered. */
const offered: Readonly<Record<Kind, readonly string[]>> = {
  archive: ['description', 'license', 'repository', 'host', 'contact', 'navigation'],
  show: ['description', 'kind', 'language', 'url'],
  speaker: ['aliases', 'description', 'image', 'links'],
  topic: ['aliases', 'terms', 'broader', 'description'],
  collection: ['description', 'author', 'date', 'query'],
  episode: [
    'date',
    'language',
    'speakers',
    'roles',
    'audio',
    'duration',
    'topics',
    'source',
    'status',
  ],
};

/** What is written below the head, said in the head: there a line with a # is no content. */
const below: Readonly<Record<Kind, readonly string[]>> = {
  archive: [],
  show: ['Below the three dashes: a text about the show, as long as you like.'],
  speaker: ['Below the three dashes: a short biography, as long as you like.'],
  topic: ['Below the three dashes: what the topic is, as long as you like.'],
  collection: [
    'Below the three dashes: your text. A quote in it is <Quote id="q7k2m9xqp" />, its id the end of its address.',
  ],
  episode: [
    'Below the three dashes: the transcript. Who speaks stands in bold, with a colon:',
    '**Jo Field:** [00:04:33] Nobody wrote them down before the harbour did.',
    'A line `## The first tables` is a chapter, a line `> laughter` is what is not speech.',
  ],
};

/**
 * A file with what is known and, as comments, what may be added, each explained as the checker and the
 * documentation explain it. It is valid as it is.
 *
 * blankFile('speaker', { name: 'Jo Field' })
 * // => '---\nname: Jo Field\n\n# Take away the # where you need a line.\n# aliases: [J. Field] # Other names…\n…---\n'
 */
export function blankFile(kind: Kind, given: Readonly<Record<string, unknown>>): string {
  const fields = new Map(fieldsOf(kind).map((field) => [field.name, field]));
  const lines = offered[kind]
    .filter((name) => given[name] === undefined)
    .map((name) => offer(fields.get(name)!));
  const comments = [
    '',
    '# Take away the # where you need a line.',
    ...lines,
    ...(below[kind].length > 0 ? ['#', ...below[kind].map((line) => `# ${line}`)] : []),
  ];
  const facts = serializeFrontMatter(given).replace(/^---\n|---\n$/g, '');
  if (kind === 'archive')
    return [
      '# yaml-language-server: $schema=../public/schemas/archive.schema.json',
      `${facts.trimEnd()}`,
      ...comments,
      '',
    ].join('\n');
  return `---\n${facts}${comments.join('\n')}\n---\n`;
}

function offer({ name, takes, description }: Field): string {
  const [, code = '…'] = /`([^`]+)`/.exec(takes) ?? [];
  const example = code.startsWith(`${name}:`)
    ? code
    : `${name}: ${takes.startsWith('words') ? '…' : code.replace(/^(?:https|mailto):(?:\/\/)?$/, '$&…')}`;
  return `# ${example} # ${description}`;
}
