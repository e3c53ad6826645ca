import type { Node, Nodes, RootContent } from 'mdast';
import type { ChartSubject, CitedQuote, EssayPart } from '../archive/essay.ts';
import type { Place } from '../archive/model.ts';
import { type Component, readComponent, type Tag } from './component.ts';
import {
  componentInside,
  limitAlone,
  missingAttribute,
  pinnedRange,
  textInside,
  together,
} from './essay-problem.ts';
import type { Complaint } from './transcript-problem.ts';

/** What is said of each quote of a part: the blocks of a comment, or nothing. */
export type Comments = readonly (readonly RootContent[] | undefined)[];

interface Read {
  readonly part: EssayPart;
  readonly comments: Comments;
}

/** What reading parts needs: where a node stands in the file, and where to complain. */
export interface PartReader {
  readonly placeOf: (node: Node) => Place;
  readonly complain: (complaint: Complaint, place: Place) => void;
  /** Complains about components inside of something, which `where` names. */
  readonly inside: (node: Nodes, where: string) => void;
}

/** Quotes of a search that are shown where no limit is given. */
const fewFound = 10;

/** The part of a text that a tag stands for; undefined with a complaint where it stands for none. */
export function readPart(tag: Tag, reader: PartReader): Read | undefined {
  const tell = (complaint: Complaint): void => reader.complain(complaint, reader.placeOf(tag));
  const component = readComponent(tag, tell);
  if (!component) {
    reader.inside(tag as Nodes, 'what is not known here');
    return undefined;
  }
  if (component.name === 'Quote') return readQuote(component, tag, tell, reader);
  if (component.name === 'QuoteList') return readList(component, tag, reader);
  return readChart(component, tag, tell, reader);
}

type Named<Name> = Extract<Component, { readonly name: Name }>;

function readQuote(
  { attributes }: Named<'Quote'>,
  tag: Tag,
  tell: (complaint: Complaint) => void,
  { placeOf, inside }: PartReader,
): Read | undefined {
  inside(tag as Nodes, '`<Quote>`');
  const { id, to, digest, revision } = attributes;
  if (id === undefined) {
    if (!tag.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'id'))
      tell(missingAttribute('Quote', '`id`', '<Quote id="q7k2m9xqp" />'));
    return undefined;
  }
  if (to !== undefined && (digest ?? revision) !== undefined) tell(pinnedRange);
  const quote: CitedQuote = {
    id,
    ...(to !== undefined && to !== id && { to }),
    ...(digest !== undefined && { digest }),
    ...(revision !== undefined && { revision }),
    place: placeOf(tag),
  };
  return { part: { type: 'quote', quote }, comments: [commentOf(tag)] };
}

const isPhrase = ({ type }: Nodes): boolean =>
  /^(?:text|emphasis|strong|delete|inlineCode|break|link|linkReference|image|imageReference|footnoteReference)$/.test(
    type,
  );

/** What stands in a tag as blocks: between two tags on one line it is words without a paragraph. */
function commentOf({ children }: Tag): RootContent[] | undefined {
  const said = children as Nodes[];
  if (said.length === 0) return undefined;
  return said.every(isPhrase)
    ? [{ type: 'paragraph', children: said as never }]
    : (said as RootContent[]);
}

function readList(
  { attributes: { ids, query, limit } }: Named<'QuoteList'>,
  tag: Tag,
  reader: PartReader,
): Read | undefined {
  const { complain } = reader;
  const place = reader.placeOf(tag);
  const quotes = readQuotes(tag, reader);
  const given = [
    ...(ids ? ['`ids`'] : []),
    ...(query === undefined ? [] : ['`query`']),
    ...(quotes.length > 0 ? ['quotes inside'] : []),
  ];
  if (limit !== undefined && query === undefined) complain(limitAlone, place);
  if (given.length > 1) {
    complain(together(given, 'QuoteList', 'Make two lists of it.'), place);
    return undefined;
  }
  if (query !== undefined)
    return {
      part: { type: 'search', query, limit: limit ?? fewFound, place },
      comments: [],
    };
  if (ids) {
    const cited = ids.map((id): CitedQuote => ({ id, place }));
    return { part: { type: 'list', quotes: cited }, comments: [] };
  }
  if (quotes.length > 0) {
    const cited = quotes.flatMap(({ part }) => (part.type === 'quote' ? [part.quote] : []));
    return {
      part: { type: 'list', quotes: cited },
      comments: quotes.flatMap(({ comments }) => comments),
    };
  }
  const isEmpty = tag.attributes.length === 0 && tag.children.length === 0;
  if (isEmpty)
    complain(
      missingAttribute(
        'QuoteList',
        '`ids`, `query`, or quotes inside',
        '<QuoteList ids="q7k2m9xqp q8wq2r5tn" />',
      ),
      place,
    );
  return undefined;
}

function readQuotes(tag: Tag, reader: PartReader): Read[] {
  const { complain, inside, placeOf } = reader;
  const quotes: Read[] = [];
  for (const child of tag.children as Nodes[]) {
    const tell = (complaint: Complaint): void => complain(complaint, placeOf(child));
    if (child.type !== 'mdxJsxFlowElement' && child.type !== 'mdxJsxTextElement') {
      if (child.type === 'text' && child.value.trim() === '') continue;
      tell(
        textInside(
          'QuoteList',
          '`<Quote id="…" />` alone',
          'Put it before or behind the list, or into a quote of it: `<Quote id="…">What I think of it.</Quote>`.',
        ),
      );
      inside(child, '`<QuoteList>`');
      continue;
    }
    const component = readComponent(child, tell);
    if (component?.name === 'Quote') {
      const quote = readQuote(component, child, tell, reader);
      if (quote) quotes.push(quote);
    } else {
      if (component) tell(componentInside(component.name, '`<QuoteList>`'));
      inside(child as Nodes, '`<QuoteList>`');
    }
  }
  return quotes;
}

function readChart(
  { attributes }: Named<'Chart'>,
  tag: Tag,
  tell: (complaint: Complaint) => void,
  { placeOf }: PartReader,
): Read | undefined {
  if (tag.children.length > 0)
    tell(
      textInside(
        'Chart',
        'none: it has its own words',
        'Put it before or behind, and end with `/>`.',
      ),
    );
  const { speaker, topic, show, archive, count } = attributes;
  const subjects: ChartSubject[] = [
    ...(speaker === undefined ? [] : [{ kind: 'speaker' as const, id: speaker }]),
    ...(topic === undefined ? [] : [{ kind: 'topic' as const, id: topic }]),
    ...(show === undefined ? [] : [{ kind: 'show' as const, id: show }]),
    ...(archive ? [{ kind: 'archive' as const }] : []),
  ];
  const [of] = subjects;
  if (subjects.length > 1) {
    const names = subjects.map(({ kind }) => `\`${kind}\``);
    tell(together(names, 'Chart', 'Make a chart of each.'));
    return undefined;
  }
  if (of)
    return {
      part: { type: 'chart', of, ...(count && { count }), place: placeOf(tag) },
      comments: [],
    };
  const isAsked = tag.attributes.some(
    (one) => one.type === 'mdxJsxAttribute' && /^(?:speaker|topic|show|archive)$/.test(one.name),
  );
  if (!isAsked)
    tell(
      missingAttribute(
        'Chart',
        '`speaker`, `topic`, `show` or `archive`',
        '<Chart speaker="jo-field" />',
      ),
    );
  return undefined;
}
