/**
 * Some of the things that are alike: the most extreme ones, the least one, and every tenth between them.
 *
 * spreadOf([...'abcdefghijklmnopqrstuvwxyz'], (one) => one.charCodeAt(0)) // => ['z', 'y', 'x', 'p', 'f', 'a']
 */
export function spreadOf<T>(all: readonly T[], measure: (one: T) => number, extremes = 3): T[] {
  const sorted = all.toSorted((a, b) => measure(b) - measure(a));
  return sorted.filter((_, at) => at < extremes || at % 10 === 0 || at === sorted.length - 1);
}

/** Pages of every kind, large and small: those of one kind differ in names, numbers and words alone. */
export function spreadPages(pages: ReadonlyMap<string, string>): Map<string, string> {
  const kindOf = (file: string): string => {
    const [first, ...rest] = file.split('/');
    return [
      first,
      ...rest.map((part, at) => (at === 0 && rest.length > 1 ? '*' : part.replace(/\d+/, '*'))),
    ].join('/');
  };
  const kinds = Map.groupBy(pages, ([file]) => kindOf(file));
  return new Map([...kinds.values()].flatMap((kind) => spreadOf(kind, ([, html]) => html.length)));
}
