import type { Row } from './catalog.ts';
import { parseShown, type ShownQuote } from './record.ts';

/** The quotes of records, in files that are fetched once, when one of them is needed. */
export class ShownQuotes {
  readonly #perFile: number;
  readonly #load: (file: number) => Promise<string>;
  readonly #files = new Map<number, Promise<ReadonlyMap<number, readonly ShownQuote[]>>>();

  constructor(perFile: number, load: (file: number) => Promise<string>) {
    this.#perFile = perFile;
    this.#load = load;
  }

  /** The quotes of a record, in the order in which they were said. */
  async of({ number }: Row): Promise<readonly ShownQuote[]> {
    return (await this.#file(Math.floor(number / this.#perFile))).get(number) ?? [];
  }

  #file(file: number): Promise<ReadonlyMap<number, readonly ShownQuote[]>> {
    const known = this.#files.get(file);
    if (known) return known;
    const loaded = this.#load(file).then(
      (text) => new Map(parseShown(text).map((record) => [record.row, record.quotes])),
    );
    this.#files.set(file, loaded);
    // The next try fetches it again.
    loaded.catch(() => this.#files.delete(file));
    return loaded;
  }
}
