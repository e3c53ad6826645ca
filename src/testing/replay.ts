import type { Fate, NewQuote, OldQuote } from '../archive/bind.ts';
import { type EditScript, serializeQuote } from './edit-script.ts';
import { findFaults } from './fate.ts';
import { type Bind, type Draft, type Holder, isTrue, judge, wordsOf } from './lineage.ts';

/** What scripts did to ids; counts of fates. */
export interface Tally {
  scripts: number;
  /** Ids judged, once in each revision. */
  edits: number;
  /** Ids that have a fate. */
  accounted: number;
  /** What is wrong with fates by their form: see `findFaults`. */
  faults: number;
  lies: number;
  citableLies: number;
  /** Ids that show words which descend from a twin: an old quote that was equal. No lies. */
  twins: number;
  /** Citable ids that could be kept, and those that were (also as an alias). */
  citable: number;
  citableKept: number;
  /** The same, of quotes whose words changed. */
  changed: number;
  changedKept: number;
  /** Aliases of earlier revisions whose words have since left the quote that they lead to. */
  staleAliases: number;
  /** The first lies, and the first faults of form, as text. */
  readonly lieReports: string[];
  readonly faultReports: string[];
}

export const newTally = (): Tally => ({
  scripts: 0,
  edits: 0,
  accounted: 0,
  faults: 0,
  lies: 0,
  citableLies: 0,
  twins: 0,
  citable: 0,
  citableKept: 0,
  changed: 0,
  changedKept: 0,
  staleAliases: 0,
  lieReports: [],
  faultReports: [],
});

/** More than anybody reads are only counted. */
const reportsShown = 20;

interface Alias {
  readonly holder: Holder;
  readonly into: string;
}

/**
 * Binds a script from revision to revision as a ledger would, judges each step, and adds it to a tally. Ids
 * that were kept go on with their first words, ids with a notice stay at its place, new quotes get new ids.
 *
 * replay(makeScript('drift', 7), bind, tally)
 */
export function replay(script: EditScript, bind: Bind, tally: Tally): void {
  const [first, ...revisions] = script.drafts;
  let minted = 0;
  const mint = (quote: Draft[number]): Holder => ({
    id: `q${minted++}`,
    first: quote,
    last: quote,
  });
  let holders = first!.map(mint);
  let aliases: Alias[] = [];
  revisions.forEach((draft, index) => {
    const fates = bind(holders.map(oldQuoteOf), draft.map(newQuoteOf));
    addStep(tally, holders, draft, fates, `${script.kind}, seed ${script.seed}, step ${index + 1}`);
    aliases = followAliases(aliases, holders, draft, fates, tally);
    holders = nextHolders(holders, draft, fates, mint);
  });
  tally.scripts++;
}

/** An id as bind knows it. */
export const oldQuoteOf = ({ id, first, last, gone }: Holder): OldQuote => ({
  id,
  ...newQuoteOf(last),
  ...(wordsOf(first) !== wordsOf(last) && { firstWords: wordsOf(first) }),
  ...(gone && { gone }),
});

export const newQuoteOf = (quote: Draft[number]): NewQuote => ({
  words: wordsOf(quote),
  speaker: quote.speaker,
  ...(quote.startTime !== undefined && { startTime: quote.startTime }),
});

function addStep(
  tally: Tally,
  holders: readonly Holder[],
  after: Draft,
  fates: readonly Fate[],
  where: string,
): void {
  const note = (reports: string[], text: string): void => {
    if (reports.length < reportsShown) reports.push(`${where}: ${text}`);
  };
  for (const fault of findFaults(holders, after, fates)) {
    tally.faults++;
    note(tally.faultReports, fault);
  }
  judge(holders, after, fates).forEach((verdict, index) => {
    const { word, twin, citable, possible, changed, fate } = verdict;
    tally.edits++;
    if (word !== 'none') tally.accounted++;
    // Its words descend from an equal quote: equal words are the same words.
    if (word === 'lie' && twin) tally.twins++;
    else if (word === 'lie') {
      tally.lies++;
      if (citable) tally.citableLies++;
      note(tally.lieReports, serializeLie(holders[index]!, after, fate!));
    }
    if (!possible) return;
    const kept = word === 'truth' ? 1 : 0;
    tally.citable++;
    tally.citableKept += kept;
    if (changed) {
      tally.changed++;
      tally.changedKept += kept;
    }
  });
}

const serializeLie = (holder: Holder, after: Draft, fate: Fate): string =>
  [
    `${holder.id} is ${fate.kind} (${fate.rule}) at ${fate.at}, and that is a lie`,
    ...(holder.first === holder.last ? [] : [`  cited  ${serializeQuote(holder.first)}`]),
    `  before ${serializeQuote(holder.last)}`,
    `  shown  ${after[fate.at] ? serializeQuote(after[fate.at]!) : 'nothing'}`,
  ].join('\n');

/** The ids after a step, in the order of a ledger: each notice before the quote that it stands before. */
function nextHolders(
  holders: readonly Holder[],
  after: Draft,
  fates: readonly Fate[],
  mint: (quote: Draft[number]) => Holder,
): Holder[] {
  const kept = new Map<number, Holder>();
  const notices = Map.groupBy(
    holders.flatMap((holder, index) => {
      const fate = fates[index];
      if (fate?.kind === 'kept') kept.set(fate.at, keepHolder(holder, after[fate.at]!));
      return fate?.kind === 'notice' ? [{ holder, at: fate.at }] : [];
    }),
    ({ at }) => at,
  );
  const noticesAt = (at: number): Holder[] =>
    (notices.get(at) ?? []).map(({ holder }) => ({ ...holder, gone: true }));
  return [
    ...after.flatMap((quote, at) => [...noticesAt(at), kept.get(at) ?? mint(quote)]),
    ...noticesAt(after.length),
  ];
}

/**
 * A lie is counted once: from then on the id is held for what it shows. So it is where what it shows is equal to
 * its first words, whosever they were: equal words are the same words; and where they are quoted from them.
 */
function keepHolder(holder: Holder, shown: Draft[number]): Holder {
  const isEqual = wordsOf(holder.first) === wordsOf(shown);
  const isTold = isTrue(holder.first, shown) && isTrue(holder.last, shown);
  return { id: holder.id, first: isTold && !isEqual ? holder.first : shown, last: shown };
}

/** Bind knows nothing of earlier aliases: they go where their id goes, whatever it shows by then. */
function followAliases(
  aliases: readonly Alias[],
  holders: readonly Holder[],
  after: Draft,
  fates: readonly Fate[],
  tally: Tally,
): Alias[] {
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  const followed = aliases.flatMap(({ holder, into }) => {
    const fate = byId.get(into);
    if (!fate || fate.kind === 'notice') return [];
    const shown = after[fate.at];
    if (shown && !isTrue(holder.first, shown)) {
      tally.staleAliases++;
      return [];
    }
    return [{ holder, into: fate.kind === 'alias' ? fate.into : into }];
  });
  const added = fates.flatMap((fate, index) =>
    fate.kind === 'alias' ? [{ holder: holders[index]!, into: fate.into }] : [],
  );
  return [...followed, ...added];
}
