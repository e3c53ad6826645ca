/** How far ahead one loads. */
interface Lookout<Item> {
  /** How many finds an item will bring, at a guess. */
  expected(item: Item): number;
  /** How many finds are wanted still. */
  lacking(): number;
}

/**
 * Loads items together and gives them in their order, each with what was loaded: as many are under way as will
 * bring what is lacking, one at least. So one round brings what is wanted where the guesses hold, and whatever
 * an item did not bring the next one may, without waiting for those between.
 *
 * for await (const [row, quotes] of loadAhead(rows, quotesOf, { expected: () => 1, lacking: () => 10 - found)) …
 */
export async function* loadAhead<Item, Loaded>(
  items: readonly Item[],
  load: (item: Item) => Promise<Loaded>,
  { expected, lacking }: Lookout<Item>,
): AsyncGenerator<readonly [Item, Loaded]> {
  const underWay: { item: Item; loaded: Promise<Loaded>; finds: number }[] = [];
  let coming = 0;
  for (let next = 0; next < items.length || underWay.length > 0;) {
    while (next < items.length && (underWay.length === 0 || coming < lacking())) {
      const item = items[next++]!;
      const loaded = load(item);
      // Who stops before it is given does not want to hear of it.
      loaded.catch(() => undefined);
      const finds = expected(item);
      underWay.push({ item, loaded, finds });
      coming += finds;
    }
    const first = underWay.shift()!;
    coming -= first.finds;
    yield [first.item, await first.loaded];
  }
}
