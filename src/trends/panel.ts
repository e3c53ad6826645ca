import { placeTicks, placeYears } from '../charts/plot.ts';
import { type Line, perWords, type Picture, type Scale } from './picture.ts';
import { heightOf, middlesOf, pathOf, percent, point, roundValues, spread } from './plot.ts';
import { tree, type Tree } from './tree.ts';
import { isolate, type Writing } from './writing.ts';

/** How high the picture is, in pixels, and what a name beside a line takes of it, in parts of a hundred. */
const height = 288;
const nameHeight = 6.5;
/** Letters of a name beside a line; the list below has all of it. */
const longestName = 22;
/** Points of a line that are marked: beyond these they run into each other. */
const mostPoints = 24;

/**
 * Lines of one scale over time: an image that is described by the list with the id `describedBy`, and beneath the
 * pointer a column for each period that says its figures, which stand in the table, too.
 */
export function panel(
  { periods }: Picture,
  lines: readonly Line[],
  scale: Scale,
  { writing, id, describedBy }: { writing: Writing; id: string; describedBy: string },
): Tree {
  const { direction, words } = writing.texts;
  const most = Math.max(0, ...lines.flatMap(({ shares }) => shares.map((share) => share ?? 0)));
  const middles = middlesOf(periods.length, direction);
  const factor = scale === 'share' ? 100 : perWords;
  const isRight = direction === 'rtl';
  const grid = roundValues(most * factor).map((value) => {
    const y = percent(heightOf(value, most * factor));
    return tree(
      'g',
      { class: 'grid' },
      tree('line', { x1: '0', x2: '100%', y1: y, y2: y }),
      tree(
        'text',
        { x: isRight ? '100%' : '0', y, dy: '-0.35em' },
        writing.round(scale, value / factor),
      ),
    );
  });
  const svg = tree(
    'svg',
    {
      role: 'img',
      width: '100%',
      height,
      'aria-labelledby': `${id}-title`,
      'aria-describedby': describedBy,
    },
    tree('title', { id: `${id}-title` }, words.scales[scale]),
    ...grid,
    tree('line', { class: 'ground', x1: '0', x2: '100%', y1: '100%', y2: '100%' }),
    ...ticks(periods, writing),
    ...curves(lines, most, middles),
    ...points(lines, most, middles),
    ...names(lines, most, isRight),
  );
  return tree('div', { class: 'panel' }, svg, cells(periods, lines, writing));
}

function ticks(periods: Picture['periods'], { texts, periods: names }: Writing): Tree[] {
  const unit = periods[0]?.name.length === 4 ? 'year' : 'month';
  const over = { unit, periods } as const;
  return [
    ...placeTicks(over, texts.direction).map(({ period, middle, isAlways }) =>
      tree(
        'text',
        { class: isAlways ? 'tick' : 'tick wide', x: percent(middle), y: '100%', dy: '1.4em' },
        names.short(period.name),
      ),
    ),
    ...placeYears(over, texts.direction).map(({ year, x }) =>
      tree('text', { class: 'tick year', x: percent(x), y: '100%', dy: '2.7em' }, year),
    ),
  ];
}

/** The lines, in a picture of their own that is stretched: their strokes are not. */
const curves = (lines: readonly Line[], most: number, middles: readonly number[]): Tree[] =>
  lines.length === 0
    ? []
    : [
        tree(
          'svg',
          {
            width: '100%',
            height: '100%',
            viewBox: '0 0 100 100',
            preserveAspectRatio: 'none',
            overflow: 'visible',
          },
          // The first lies on top: it was named first.
          ...lines.toReversed().map(({ look, shares }) =>
            tree('path', {
              class: `curve look-${look + 1}`,
              d: pathOf(shares, most, middles),
            }),
          ),
        ),
      ];

function points(lines: readonly Line[], most: number, middles: readonly number[]): Tree[] {
  const step = Math.ceil(middles.length / mostPoints);
  return lines.toReversed().flatMap(({ look, shares }) =>
    shares.flatMap((share, at) => {
      const isAlone = shares[at - 1] === undefined && shares[at + 1] === undefined;
      if (share === undefined || (at % step !== look % step && !isAlone)) return [];
      return [point(look, percent(middles[at]!), percent(heightOf(share, most)))];
    }),
  );
}

/** The name of each line beside its last point, where there is room. */
function names(lines: readonly Line[], most: number, isRight: boolean): Tree[] {
  const heights = lines.map(({ shares }) => heightOf(shares.findLast(isKnown) ?? 0, most));
  const placed = spread(heights, nameHeight);
  return lines.map(({ look, name }, index) =>
    tree(
      'text',
      {
        class: `name look-${look + 1}`,
        x: isRight ? '0' : '100%',
        dx: isRight ? '-0.75em' : '0.75em',
        y: percent(placed[index]!),
        dy: '0.35em',
      },
      isolate(shorten(name)),
    ),
  );
}

const isKnown = (share: number | undefined): share is number => share !== undefined;

const shorten = (name: string): string => {
  const letters = [...name];
  return letters.length <= longestName
    ? name
    : `${letters
        .slice(0, longestName - 1)
        .join('')
        .trim()}…`;
};

function cells(periods: Picture['periods'], lines: readonly Line[], writing: Writing): Tree {
  const write = lines.map((line) => writing.shares(line));
  return tree(
    'div',
    { class: 'cells', 'aria-hidden': 'true' },
    ...periods.map((period, at) => {
      const said = lines.flatMap(({ name, shares }, index) => {
        const share = shares[at];
        return share === undefined ? [] : [`${isolate(name)} ${write[index]!(share)}`];
      });
      const text = [writing.periods.full(period.name), ...said].join(' · ');
      return tree('span', {}, tree('span', {}, text));
    }),
  );
}
