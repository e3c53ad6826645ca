import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { quoteIdPattern } from '../archive/id.ts';
import {
  attributeTwice,
  spread,
  unknownAttribute,
  unknownComponent,
  wrongAttribute,
} from './essay-problem.ts';
import { showPrograms } from './program.ts';
import type { Complaint } from './transcript-problem.ts';

/** The components of a collection’s text, and what their attributes take. */

export type Tag = MdxJsxFlowElement | MdxJsxTextElement;

/** What an attribute takes: a value, or what was expected and how to mend it. */
interface Kind<Value> {
  readonly read: (typed: string | true) => Value | undefined;
  readonly expected: string;
  readonly mend: (typed: string) => string;
}

const aQuote = /\bq[0-9a-hjkmnp-tv-z]{8}\b/;
const whereIdsAre =
  'An id is the end of a quote’s address: copy it from the link in the margin of its episode.';

const quoteId: Kind<string> = {
  read: (typed) => (typed !== true && quoteIdPattern.test(typed) ? typed : undefined),
  expected: 'the id of a quote, such as `q7k2m9xqp`',
  mend: (typed) => {
    const found = aQuote.exec(typed.toLowerCase())?.[0];
    return found === undefined ? whereIdsAre : `Did you mean \`${found}\`?`;
  },
};

const quoteIds: Kind<readonly string[]> = {
  read: (typed) => {
    const ids = typed === true ? [] : typed.split(/[\s,]+/).filter(Boolean);
    return ids.length > 0 && ids.every((id) => quoteIdPattern.test(id)) ? ids : undefined;
  },
  expected: 'ids of quotes with blanks between them, such as `q7k2m9xqp q8wq2r5tn`',
  mend: () => whereIdsAre,
};

const digest: Kind<string> = {
  read: (typed) =>
    typed === true ? undefined : /^(?:sha256:)?([0-9a-f]{16})$/.exec(typed.trim())?.[1],
  expected: 'the digest that a citation ends with, such as `sha256:3f2a9c81d0e4b5a6`',
  mend: () => 'Copy it from the citation of the quote, or take it out.',
};

const whole = (least: number, most: number): Kind<number> => ({
  read: (typed) => {
    const value = typed !== true && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : NaN;
    return value >= least && value <= most ? value : undefined;
  },
  expected: most < 1e9 ? `a number from ${least} to ${most}` : `a number from ${least}`,
  mend: () => `For example: \`{${Math.min(5, most)}}\`.`,
});

const words: Kind<string> = {
  read: (typed) => (typed === true || typed.trim() === '' ? undefined : typed.trim()),
  expected: 'what one types into the search, such as `fog speaker:jo-field`',
  mend: () => 'For example: `query="fog speaker:jo-field"`.',
};

const fileName = (folder: string): Kind<string> => ({
  read: (typed) =>
    typed !== true && /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(typed) ? typed : undefined,
  expected: `the name of a file in \`content/${folder}\`, without its ending`,
  mend: () => 'A file’s name has only a–z, 0–9 and hyphens: `jo-field`.',
});

const flag: Kind<true> = {
  read: (typed) => (typed === true || typed === 'true' ? true : undefined),
  expected: 'nothing behind it',
  mend: () => 'Type it alone: `<Chart archive />`.',
};

const measure: Kind<'episodes' | 'quotes' | 'words'> = {
  read: (typed) =>
    typed === 'episodes' || typed === 'quotes' || typed === 'words' ? typed : undefined,
  expected: '`episodes`, `quotes` or `words`',
  mend: () => 'For example: `count="quotes"`.',
};

/** The most quotes of a search that a text may show. */
const mostFound = 50;

const components = {
  Quote: { id: quoteId, to: quoteId, digest, revision: whole(1, 1e9) },
  QuoteList: { ids: quoteIds, query: words, limit: whole(1, mostFound) },
  Chart: {
    speaker: fileName('speakers'),
    topic: fileName('topics'),
    show: fileName('shows'),
    archive: flag,
    count: measure,
  },
} satisfies Record<string, Record<string, Kind<unknown>>>;

export type ComponentName = keyof typeof components;
type ValueOf<K> = K extends Kind<infer Value> ? Value : never;
type Attributes<Name extends ComponentName> = {
  readonly [Key in keyof (typeof components)[Name]]?: ValueOf<(typeof components)[Name][Key]>;
};

/** A component of a text with its attributes. One that is wrong is left out, and complained about. */
export type Component = {
  [Name in ComponentName]: { readonly name: Name; readonly attributes: Attributes<Name> };
}[ComponentName];

export const componentNames = Object.keys(components) as readonly ComponentName[];

const isKnown = (name: string | null): name is ComponentName =>
  componentNames.some((one) => one === name);

/**
 * The component that a tag names, with the attributes that it knows. Undefined for a tag of another name. Every
 * attribute that is unknown, wrong, or no plain value is complained about.
 */
export function readComponent(
  tag: Tag,
  complain: (complaint: Complaint) => void,
): Component | undefined {
  const { name } = tag;
  if (!isKnown(name)) {
    complain(unknownComponent(name ?? '', componentNames));
    return undefined;
  }
  const kinds: Readonly<Record<string, Kind<unknown>>> = components[name];
  const attributes: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const attribute of tag.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      complain(spread);
      continue;
    }
    const key = attribute.name;
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    const typed = typedValue(attribute.value);
    if (!kind) complain(unknownAttribute(key, name, Object.keys(kinds)));
    else if (seen.has(key)) complain(attributeTwice(key, name));
    else {
      const value = kind.read(typed);
      if (value !== undefined) attributes[key] = value;
      else complain(wrongValue(key, name, typed, kind));
    }
    seen.add(key);
  }
  return { name, attributes } as Component;
}

/** What stands behind the sign of equality; `true` where nothing does. */
function typedValue(value: string | { readonly value: string } | null | undefined): string | true {
  if (value === null || value === undefined) return true;
  const typed = typeof value === 'string' ? value : value.value.trim();
  return showPrograms(typed);
}

function wrongValue(
  key: string,
  name: string,
  typed: string | true,
  { expected, mend }: Kind<unknown>,
): Complaint {
  const short = typed === true ? '' : typed.replace(/\s+/g, ' ').slice(0, 60);
  const what = short === '' ? 'empty value' : `\`${short.replaceAll('`', '´')}\``;
  return wrongAttribute(key, name, { typed: what, expected, mend: mend(short) });
}
