import type { Grouping, Sort } from './candidate.ts';
import type { Answer, Hit, SearchEngine } from './engine.ts';

/** An answer, and its quotes as far as they were asked for. */
export class Showing {
  readonly answer: Answer;
  readonly hits: Hit[] = [];
  /** Whether there are more, whether there may be, or whether that was all. */
  rest: 'more' | 'perhaps' | 'all' = 'more';
  readonly #source: AsyncGenerator<Hit | undefined>;
  #ahead: Hit | undefined;

  constructor(engine: SearchEngine, answer: Answer, sort: Sort, grouping: Grouping) {
    this.answer = answer;
    this.#source = engine.hits(answer, sort, grouping);
  }

  /**
   * Asks for quotes until so many are known, and for one more, which tells whether there are more. Gives those
   * that are new.
   */
  async upTo(wanted: number): Promise<Hit[]> {
    const before = this.hits.length;
    if (this.#ahead) this.hits.push(this.#ahead);
    this.#ahead = undefined;
    for (;;) {
      const { value, done } = await this.#source.next();
      if (done) this.rest = 'all';
      else if (value === undefined) this.rest = 'perhaps';
      else if (this.hits.length < wanted) {
        this.hits.push(value);
        continue;
      } else {
        this.#ahead = value;
        this.rest = 'more';
      }
      return this.hits.slice(before);
    }
  }
}
