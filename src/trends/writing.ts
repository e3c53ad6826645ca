import { type PeriodNames, periodNames } from '../charts/period.ts';
import { counted } from '../i18n/form.ts';
import type { TrendWords } from '../i18n/trends.ts';
import type { Direction } from '../archive/model.ts';
import { type Line, perWords, type Scale } from './picture.ts';

/** What trends are written with, as a page gives it to its script. */
export interface TrendTexts {
  readonly words: TrendWords & {
    readonly period: string;
    readonly download: string;
    /** With `{number}`. */
    readonly quarter: string;
  };
  readonly locale: string;
  readonly direction: Direction;
  /** The site’s base path. */
  readonly base: string;
}

/**
 * A sentence with what stands in its braces.
 *
 * fillIn('{count} from {from}', { count: '12', from: '2019' }) // => '12 from 2019'
 */
export const fillIn = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Numbers, periods and names of trends, as a language writes them. */
export class Writing {
  readonly texts: TrendTexts;
  readonly periods: PeriodNames;
  readonly times: (count: number) => string;
  readonly counted: (count: number) => string;
  readonly undated: (count: number) => string;
  readonly #list: Intl.ListFormat;
  readonly #whole: Intl.NumberFormat;

  constructor(texts: TrendTexts) {
    const { words, locale } = texts;
    this.texts = texts;
    this.periods = periodNames(locale, (number) => fillIn(words.quarter, { number }));
    this.times = counted(locale, words.times);
    this.counted = counted(locale, words.words);
    this.undated = counted(locale, words.undated);
    this.#list = new Intl.ListFormat(locale);
    this.#whole = new Intl.NumberFormat(locale);
  }

  number(value: number): string {
    return this.#whole.format(value);
  }

  list(items: readonly string[]): string {
    return this.#list.format(items);
  }

  /**
   * Writes the shares of a line, all with as many digits as its highest needs; one that is there is never written
   * as none.
   */
  shares({ scale, shares }: Pick<Line, 'scale' | 'shares'>): (share: number) => string {
    const factor = scale === 'share' ? 100 : perWords;
    const most = Math.max(0, ...shares.map((share) => (share ?? 0) * factor));
    // 0.9999 is written as 1.00: with the digits of what it is rounded to.
    const power = Math.floor(Math.log10(Number(most.toPrecision(3))));
    const digits = most === 0 ? 0 : Math.min(6, Math.max(0, 2 - power));
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const style = scale === 'share' ? ({ style: 'percent' } as const) : {};
    const numbers = new Intl.NumberFormat(this.texts.locale, { ...options, ...style });
    const rare = new Intl.NumberFormat(this.texts.locale, {
      maximumSignificantDigits: 1,
      ...style,
    });
    return (share) => {
      const value = scale === 'share' ? share : share * factor;
      const isTooSmall = share > 0 && share * factor < 0.5 * 10 ** -digits;
      return (isTooSmall || share === 0 ? rare : numbers).format(value);
    };
  }

  /** A round share of a scale: `0.5`, `20%`. */
  round(scale: Scale, share: number): string {
    const style = scale === 'share' ? ({ style: 'percent' } as const) : {};
    const numbers = new Intl.NumberFormat(this.texts.locale, {
      maximumSignificantDigits: 3,
      ...style,
    });
    return numbers.format(scale === 'share' ? share : share * perWords);
  }
}

/** A name within a sentence of another direction. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
