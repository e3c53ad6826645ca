import { front } from './content.ts';

/** Where the recording of one episode is said to be. */
export const recording = 'https://media.example/harbour.wav';

const people = ['Ann Reed', 'Bo Marsh', 'Cy Dune', 'Di Moor', 'Ed Reef', 'Flo Quay', 'Gus Lock'];
const idOf = (name: string): string => name.toLowerCase().replace(' ', '-');
const seldom = ['Hal Weir', 'Ida Pier', 'Jo Field'];

const said = (name: string, ...quotes: string[]): string =>
  `**${name}:** ${quotes.join('\n\n')}\n\n`;

/** A small archive with something for every control of the search: a long list, three years, two states, a recording. */
export const findable: Readonly<Record<string, string>> = {
  'archive.yaml': 'title: The harbour archive\nurl: https://example.org/arch/\n',
  'shows/harbour.md': front('title: Harbour talks'),
  'shows/lights.md': front('title: Lights'),
  'topics/tides.md': front('name: Tides\nterms: [tide]'),
  'topics/salt.md': front('name: Salt\nterms: [salt]'),
  ...Object.fromEntries(
    [...people, ...seldom].map((name) => [`speakers/${idOf(name)}.md`, front(`name: ${name}`)]),
  ),
  'episodes/harbour/first.md': front(
    `title: The first tables\nlanguage: en\ndate: 2019-03-02\naudio: ${recording}\nstatus: reviewed`,
    said('Ann Reed', '[00:00:03] The harbour had no tide tables.', 'The harbour sold salt.') +
      people.map((name) => said(name, `I saw the harbour, ${name} said.`)).join(''),
  ),
  'episodes/harbour/second.md': front(
    'title: The second tables\nlanguage: en\ndate: 2020-11-05\nstatus: machine',
    people.map((name) => said(name, 'The harbour was full of eels.')).join('') +
      seldom.map((name) => said(name, 'The harbour froze.')).join(''),
  ),
  'episodes/lights/third.md': front(
    'title: The third light\nlanguage: en\ndate: 2021-06-07',
    people.map((name) => said(name, `Nobody lit the harbour, ${name} said.`)).join(''),
  ),
};
