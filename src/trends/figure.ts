import { type Cell, csvAddress, serializeCsv } from '../archive/csv.ts';
import { href } from '../archive/permalink.ts';
import { pageOf, searchFor, trendAddress } from './address.ts';
import { panel } from './panel.ts';
import { type Line, perWords, type Picture, type Scale } from './picture.ts';
import { point } from './plot.ts';
import { keyOf, type TrendQuery } from './query.ts';
import { tree, type Tree } from './tree.ts';
import { fillIn, type Writing } from './writing.ts';

const scales: readonly Scale[] = ['times', 'share'];

/** What a figure of trends is written with. */
export interface FigureContext {
  readonly writing: Writing;
  /** Ids of its elements begin so. */
  readonly id: string;
  /** What was asked for, where each line can be taken away again. */
  readonly query?: TrendQuery;
}

/**
 * A comparison as it is shown: for each scale a picture and what it shows in words, and then the figures in a
 * table, each of which leads to what it counts, and to take along.
 */
export function figure(picture: Picture, context: FigureContext): Tree[] {
  const { writing } = context;
  const { words } = writing.texts;
  const parts = scales.flatMap((scale) => {
    const lines = picture.lines.filter((line) => line.scale === scale);
    if (lines.length === 0) return [];
    const id = `${context.id}-${scale}`;
    const describedBy = `${id}-lines`;
    return [
      tree(
        'figure',
        { class: 'trend' },
        tree('figcaption', {}, words.scales[scale]),
        picture.periods.length > 1 && panel(picture, lines, scale, { writing, id, describedBy }),
        tree(
          'ul',
          { class: 'lines', role: 'list', id: describedBy },
          ...lines.map((line) => lineItem(line, picture, context)),
        ),
      ),
    ];
  });
  return [...parts, table(picture, context)];
}

/** A line in words: its look, its name, how often it was said, and when most. */
function lineItem(line: Line, { periods }: Picture, { writing, query }: FigureContext): Tree {
  const { words, base } = writing.texts;
  const count = line.scale === 'times' ? writing.times(line.total) : writing.counted(line.total);
  const others = query && query.items.filter((item) => keyOf(item) !== keyOf(line.item));
  const label = fillIn(words.remove, { name: line.name });
  return tree(
    'li',
    {},
    swatch(line),
    tree('a', { href: pageOf(line.item, base) }, tree('bdi', {}, line.name)),
    ' ',
    tree('span', { class: 'quiet' }, `${count}. ${describe(line, periods, writing)}`),
    query &&
      others &&
      tree(
        'a',
        {
          class: 'remove',
          href: href(base, trendAddress({ ...query, items: others })),
          'aria-label': label,
          title: label,
        },
        '×',
      ),
  );
}

function describe(line: Line, periods: Picture['periods'], writing: Writing): string {
  const { words } = writing.texts;
  if (line.total === 0) return words.silent;
  const write = writing.shares(line);
  const said = [...line.shares.keys()].filter((at) => line.shares[at] !== undefined);
  const most = said.reduce((top, at) => (line.shares[at]! > line.shares[top]! ? at : top));
  const when = (at: number | undefined): string =>
    at === undefined ? '' : writing.periods.full(periods[at]!.name);
  const share = (at: number | undefined): string =>
    at === undefined ? '' : write(line.shares[at]!);
  const first = said[0];
  const last = said.at(-1);
  return fillIn(said.length === 1 ? words.single : words.described, {
    first: share(first),
    from: when(first),
    last: share(last),
    to: when(last),
    most: share(most),
    when: when(most),
  });
}

/** The look of a line, beside its name. */
const swatch = ({ look }: Line): Tree =>
  tree(
    'svg',
    { class: 'swatch', width: '32', height: '12', 'aria-hidden': 'true' },
    tree('path', { class: `curve look-${look + 1}`, d: 'M0 6H32' }),
    point(look, '16', '6'),
  );

function table(picture: Picture, context: FigureContext): Tree {
  const { writing, id } = context;
  const { words } = writing.texts;
  const { periods, lines } = picture;
  const write = lines.map((line) => writing.shares(line));
  const head = tree(
    'tr',
    {},
    tree('th', { scope: 'col' }, words.period),
    ...lines.map((line) => tree('th', { scope: 'col' }, swatch(line), tree('bdi', {}, line.name))),
    tree('th', { scope: 'col' }, words.allWords),
  );
  const rows = periods.map((period, at) =>
    tree(
      'tr',
      {},
      tree('th', { scope: 'row' }, writing.periods.full(period.name)),
      ...lines.map((line, index) => cell(line, at, period, write[index]!, writing)),
      tree('td', {}, writing.number(period.words)),
    ),
  );
  const used = scales.filter((scale) => lines.some((line) => line.scale === scale));
  return tree(
    'section',
    { class: 'trend-table' },
    tree('h2', { id: `${id}-table` }, words.table),
    ...used.map((scale) => tree('p', { class: 'quiet' }, words.tableText[scale])),
    tree(
      'div',
      { class: 'scroll', role: 'region', tabindex: '0', 'aria-labelledby': `${id}-table` },
      tree('table', {}, tree('thead', {}, head), tree('tbody', {}, ...rows)),
    ),
    tree(
      'p',
      {},
      tree('a', { href: csvAddress(csvOf(picture)), download: 'trends.csv' }, words.download),
    ),
  );
}

/** A share and what it is a share for: the search has as many of it. */
function cell(
  line: Line,
  at: number,
  period: Picture['periods'][number],
  write: (share: number) => string,
  writing: Writing,
): Tree {
  const share = line.shares[at];
  const count = line.counts[at]!;
  // An empty count keeps the shares one below the other.
  if (count === 0) {
    const none = share === undefined ? '–' : write(0);
    return tree('td', { class: 'none' }, none, ' ', tree('span', {}));
  }
  const address = href(writing.texts.base, searchFor(line.item, period));
  return tree(
    'td',
    {},
    tree('a', { href: address }, write(share ?? 0)),
    ' ',
    tree('span', {}, writing.number(count)),
  );
}

/** The figures of a comparison, to take along; shares as numbers, 0 to 1, and rates per 10,000 words. */
export function csvOf({ periods, lines }: Picture): string {
  const columns = lines.flatMap(({ name, scale }) => [
    name,
    scale === 'share' ? `${name}, share` : `${name}, per ${perWords} words`,
  ]);
  const rows = periods.map(({ name, from, to, words }, at): Cell[] => [
    name,
    from,
    to,
    words,
    ...lines.flatMap(({ scale, counts, shares }): Cell[] => {
      const share = shares[at];
      const factor = scale === 'share' ? 1 : perWords;
      return [
        counts[at],
        share === undefined ? undefined : Number((share * factor).toPrecision(6)),
      ];
    }),
  ]);
  return serializeCsv(['period', 'from', 'to', 'words', ...columns], rows);
}
