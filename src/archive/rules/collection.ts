import type { Rules } from './rule.ts';

const essay = (body: string, head = 'title: Fog') => ({
  path: 'collections/fog.mdx',
  text: `---\n${head}\n---\n\n${body}\n`,
});
const right = essay('On fog, and on *horns*.');

/** Rules about collections: essays, lists and saved searches. */
export const collectionRules = {
  mdx: {
    severity: 'error',
    holds: 'A collection is text in Markdown, with a few components.',
    why: 'A sign that opens something and never closes it hides the rest.',
    wrong: essay('<QuoteList query="fog">'),
    right: essay('<QuoteList query="fog" />'),
  },
  'no-program': {
    severity: 'error',
    holds: 'Nothing in a collection runs.',
    why: 'Braces, `import` and `export` are programs in MDX. Here they are refused.',
    wrong: essay('The year is {new Date().getFullYear()}.'),
    right: essay('The year is 2024.'),
  },
  'unknown-component': {
    severity: 'error',
    holds: 'A component is one that collections know: `<Quote>`, `<QuoteList>`, `<Chart>`.',
    why: 'Another would show nothing.',
    wrong: essay('<Qoute id="q7k2m9xqp" />'),
    right,
  },
  'unknown-attribute': {
    severity: 'error',
    holds: 'A component has the attributes that it knows.',
    why: 'Another would be left out in silence.',
    wrong: essay('<QuoteList qery="fog" />'),
    right: essay('<QuoteList query="fog" />'),
  },
  'wrong-attribute': {
    severity: 'error',
    holds: 'An attribute has a value of its kind, once.',
    why: 'Otherwise something else would be shown than was meant.',
    wrong: essay('<QuoteList query="fog" limit="many" />'),
    right: essay('<QuoteList query="fog" limit="5" />'),
  },
  'missing-attribute': {
    severity: 'error',
    holds: 'A component says what it shows.',
    why: 'Without that it would be an empty place.',
    wrong: essay('<Quote />'),
    right: essay('<QuoteList query="fog" />'),
  },
  'component-place': {
    severity: 'error',
    holds: 'A component stands on a line of its own.',
    why: 'A quote is a block; inside a sentence or a list it has no place.',
    wrong: essay('Listen to <QuoteList query="fog" /> now.'),
    right: essay('Listen now:\n\n<QuoteList query="fog" />'),
  },
  'nested-text': {
    severity: 'error',
    holds: 'Lists, quotations and emphases stand in each other 40 levels deep at most.',
    why: 'No text needs more, and reading them would take for ever.',
    wrong: essay(`${'> '.repeat(60)}fog`),
    right: essay('> fog'),
  },
  'essay-too-long': {
    severity: 'error',
    holds: 'A collection has a length that a page can have.',
    why: 'A page of many megabytes opens on no telephone.',
    wrong: essay(`${'The fog came in. '.repeat(20_000)}`),
    right,
  },
  'unknown-quote': {
    severity: 'error',
    holds: 'An id is that of a quote of the archive.',
    why: 'There would be nothing to show.',
    wrong: essay('<Quote id="q7k2m9xqp" />'),
    right: essay('<QuoteList query="fog" />'),
    except:
      'A quote that was corrected, merged, removed or taken down is still known: its state is shown.',
  },
  'wrong-range': {
    severity: 'error',
    holds: 'A range of quotes begins and ends in one episode.',
    why: 'Between two recordings there is nothing to quote.',
    wrong: essay('<Quote id="q7k2m9xqp" to="q8wq2r5tn" />'),
    right: essay('<QuoteList ids="q7k2m9xqp q8wq2r5tn" />'),
  },
  'unknown-wording': {
    severity: 'error',
    holds: 'A digest or a revision is one that the quote has or had.',
    why: 'Otherwise nobody knows which words were cited.',
    wrong: essay('<Quote id="q7k2m9xqp" revision="7" />'),
    right: essay('<Quote id="q7k2m9xqp" />'),
  },
  'query-empty': {
    severity: 'error',
    holds: 'A query asks for something.',
    why: 'An empty one would find everything, or nothing.',
    wrong: essay('On fog.', `title: Fog\nquery: '" "'`),
    right: essay('On fog.', 'title: Fog\nquery: fog'),
  },
  'query-too-long': {
    severity: 'error',
    holds: 'A query is as long as the search reads.',
    why: 'The rest would be left out in silence.',
    wrong: essay('On fog.', `title: Fog\nquery: ${'fog '.repeat(400).trim()}`),
    right: essay('On fog.', 'title: Fog\nquery: fog'),
  },
  'unknown-filter': {
    severity: 'error',
    holds: 'A filter in a query names a speaker, a show, a topic that there is.',
    why: 'It would never find anything.',
    wrong: essay('On fog.', 'title: Fog\nquery: fog speaker:jo-feild'),
    right: essay('On fog.', 'title: Fog\nquery: fog speaker:jo-field'),
  },
  'wrong-filter': {
    severity: 'error',
    holds: 'A filter is written `name:value`, with a name that the search knows.',
    why: 'Otherwise it is looked for as a word.',
    wrong: essay('On fog.', 'title: Fog\nquery: "fog speaker: jo-field"'),
    right: essay('On fog.', 'title: Fog\nquery: fog speaker:jo-field'),
  },
} as const satisfies Rules;
