import type { Period, Unit } from '../archive/figures/model.ts';
import type { Counts, Direction } from '../archive/model.ts';
import { linesOf, ticksOf } from './period.ts';

export type Measure = keyof Counts;
export const measures: readonly Measure[] = ['episodes', 'quotes', 'words'];

/** A bar; its places are parts of a hundred of the picture, so that text beside it is never stretched. */
export interface Bar {
  readonly period: Period;
  readonly value: number;
  readonly x: number;
  readonly width: number;
  /** From the top. */
  readonly y: number;
  readonly height: number;
  /** The middle, where its names stand. */
  readonly middle: number;
}

/** Periods of one unit, and whatever is counted in them. */
interface Periods<Of> {
  readonly unit: Unit;
  readonly periods: readonly Of[];
}
type Named = Pick<Period, 'name'>;

/** A name under the bars. */
export interface TickPlace<Of = Period> {
  readonly period: Of;
  readonly middle: number;
  readonly isAlways: boolean;
}

/** Of a bar's place, what it fills; the rest is air. */
const fill = 0.62;
/** What is there is seen, however little. */
const least = 1;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Where the places begin: time runs as the interface is read. */
const mirror = (x: number, width: number, direction: Direction): number =>
  round(direction === 'rtl' ? 100 - x - width : x);

/** Where so many columns stand; without gaps they are stairs. */
export function columnsOf(
  count: number,
  direction: Direction,
  isClosed = false,
): { x: number; width: number; middle: number }[] {
  const cell = 100 / count;
  const width = round(cell * (isClosed ? 1 : fill));
  return Array.from({ length: count }, (_, index) => ({
    x: mirror(cell * index + (cell - width) / 2, width, direction),
    width,
    middle: mirror(cell * (index + 0.5), 0, direction),
  }));
}

/** How high a bar is, and where it begins from the top. */
export function riseOf(value: number, most: number): { y: number; height: number } {
  const height = value === 0 ? 0 : Math.max(least, round((value / most) * 100));
  return { y: round(100 - height), height };
}

/** The bars of a measure, oldest first; the highest is 100 high. */
export function barsOf(
  periods: readonly Period[],
  measure: Measure,
  direction: Direction,
  isClosed = false,
): Bar[] {
  const most = Math.max(1, ...periods.map((period) => period[measure]));
  return columnsOf(periods.length, direction, isClosed).map((column, index) => {
    const period = periods[index]!;
    const value = period[measure];
    return { ...column, period, value, ...riseOf(value, most) };
  });
}

/** Round numbers to hold the bars against, and how far from the top they lie. */
export const placeLines = (most: number): { line: number; y: string }[] =>
  linesOf(most).map((line) => ({ line, y: `${round((1 - line / most) * 100)}%` }));

/** Where the names of periods stand. */
export function placeTicks<Of extends Named>(
  over: Periods<Of>,
  direction: Direction,
): TickPlace<Of>[] {
  const cell = 100 / over.periods.length;
  return ticksOf(over).map(({ index, isAlways }) => ({
    period: over.periods[index]!,
    middle: mirror(cell * (index + 0.5), 0, direction),
    isAlways,
  }));
}

/** Where the years of quarters or months begin, those of which there is enough to name them. */
export function placeYears<Of extends Named>(
  { unit, periods }: Periods<Of>,
  direction: Direction,
): { year: string; x: number }[] {
  if (unit === 'year') return [];
  const cell = 100 / periods.length;
  const yearOf = ({ name }: Named): string => name.slice(0, 4);
  const enough = periods.length / 8;
  return [...new Set(periods.map(yearOf))].flatMap((year) => {
    const own = periods.filter((period) => yearOf(period) === year);
    if (own.length < enough) return [];
    return [{ year, x: mirror(cell * (periods.indexOf(own[0]!) + (1 - fill) / 2), 0, direction) }];
  });
}

/** The first of the periods that have the most. */
export const mostOf = (periods: readonly Period[], measure: Measure): Period =>
  periods.reduce((top, period) => (period[measure] > top[measure] ? period : top), periods[0]!);
