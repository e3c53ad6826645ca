import { joinArchive } from '../archive/archive.ts';
import { canonicalWords } from '../archive/canon.ts';
import { serializeHistory } from '../archive/history.ts';
import { serializeLedger, type Ledger } from '../archive/ledger.ts';
import type { EpisodeKey, Place, QuoteId } from '../archive/model.ts';
import { Phrases } from '../archive/phrase.ts';
import { plainText } from '../archive/quote.ts';
import { takeDown, type Takedown } from '../archive/takedown.ts';
import { speakerOf } from '../archive/transcript.ts';
import { quotesIn, type VoicedQuote } from '../archive/whereabouts.ts';
import { countWords } from '../archive/word.ts';
import { cutPassage, type Cut } from '../formats/cut.ts';
import { readTranscript } from '../formats/reading.ts';
import { planIds, type RecordFile } from '../ids/plan.ts';
import type { LoadedArchive } from '../store/archive.ts';
import { hashBlob } from '../store/blob.ts';
import { parseContent } from '../store/content.ts';
import type { TextFile } from '../store/folder.ts';
import { historyPath, isRecord, ledgerPath } from '../store/record-path.ts';
import { parseRecords } from '../store/records.ts';
import type { Asked } from './asked.ts';
import { findRemoved, readingOf, withoutRemoved } from './earlier.ts';
import { receiptPath } from '../store/receipts.ts';
import type { Holdings } from './holdings.ts';
import { findLeftovers, type Leftover } from './leftover.ts';
import { refuse, refusing, type Refusal } from './refusal.ts';

type Done = Extract<Takedown, { type: 'done' }>;

export interface TakedownPlan {
  readonly done: Done;
  readonly owner: Ledger;
  /** Where the words stood in the transcript, and how they went from it. */
  readonly cut?: { readonly file: string; readonly place: Place; readonly how: Cut['how'] };
  /** In the order in which they must be written. */
  readonly files: readonly RecordFile[];
  /** What `ids` keeps compressed: with a text it is written anew, without one it goes. */
  readonly kept: readonly { readonly key: EpisodeKey; readonly text?: string }[];
  /** A transcript that the ledger names now and that the repository should know. */
  readonly object?: string;
  /** Where the words are still, when all of that is written. */
  readonly leftovers: readonly (Leftover & { readonly id?: QuoteId })[];
  /** Quotes that hold them. */
  readonly quotes: readonly QuoteId[];
  /** Whether nobody can say any more what the words were. */
  readonly isUnknown: boolean;
}

/**
 * What a takedown changes: the transcript, then histories, then ledgers, so that wherever it is stopped the
 * words are not shown, and a repeat completes it. What it makes of the archive is tried before anything is written.
 */
export async function planTakedown(
  holdings: Holdings,
  asked: Asked,
): Promise<TakedownPlan | Refusal> {
  const { loaded, files } = holdings;
  const { joined, sources, records, archive, repository } = loaded;
  if (!joined || !sources || !records || !archive)
    throw new Error('Unexpected archive with problems.');
  const owner = records.ledgers.find(({ lines }) => lines.some(({ id }) => id === asked.id));
  if (!owner) return refuse({ type: 'refused', why: 'unknown' }, asked);
  const isCut = asked.revision === undefined && isCutAlready(loaded, owner, asked.id);
  if (!isCut && planIds(loaded).files.length > 0)
    return refusing(
      'Unexpected ledger that is behind its transcripts, expected one that is up to date. Nothing was done. Type this first: npm run ids',
    );
  const current = currentWords(loaded, isCut ? { key: owner.key, id: asked.id } : undefined);
  const line = owner.lines.find(({ id }) => id === asked.id)!;
  const removedWords =
    line.type === 'notice' ? await findRemoved(holdings, owner, line.digest) : undefined;
  const result = takeDown({
    ...asked,
    ...records,
    current,
    ...(removedWords !== undefined && { removedWords }),
  });
  if (result.type === 'refused') return refuse(result, asked);
  const now = current.get(asked.id) ?? removedWords;
  const named = { path: '', file: '', text: asked.reason };
  const long = result.wordings.filter((words) => countWords(words) > 2);
  if (findLeftovers([named], long, now).length > 0)
    return refusing(
      'Unexpected reason with the words that are to go, expected one that may be read for ever. Nothing was done. Type another: --reason "At the request of the speaker."',
    );

  const reading = readingOf(loaded, owner);
  const file = files.find(({ path: inside }) => inside === owner.path);
  let text = file?.text;
  let cut: TakedownPlan['cut'];
  if (result.isLive && !isCut) {
    const { at, quote } = placeOf(loaded, owner, asked.id);
    const made = text === undefined ? undefined : cutPassage(text, at, reading);
    if (!made)
      return refusing(
        `${reading.file}:${quote.place.line}: Unexpected form, expected a paragraph that can be taken out without changing another. Nothing was done. Delete its words there by hand, save the file, and type the same command again.`,
      );
    text = made.text;
    cut = { file: reading.file, place: quote.place, how: made.how };
  } else if (owner.gone !== undefined && result.tombstones.length > 0) {
    text = await withoutRemoved(holdings, owner, result.wordings, reading);
  }
  const hash =
    (result.isLive || owner.gone !== undefined) && text !== undefined
      ? hashBlob(text, repository?.format)
      : undefined;
  const written: RecordFile[] = [];
  if (cut && text !== undefined) written.push({ path: owner.path, text });
  const receipt = forgetReceipt(files, owner.path);
  if (receipt && result.tombstones.length > 0) written.push(receipt);
  for (const [key, lines] of result.histories)
    written.push({
      path: historyPath(key),
      ...(lines.length > 0 && { text: serializeHistory(lines) }),
    });
  for (const ledger of result.ledgers) {
    const isOwn = ledger.key === owner.key;
    const next = isOwn && hash !== undefined ? { ...ledger, transcript: hash } : ledger;
    written.push({ path: ledgerPath(ledger.key), text: serializeLedger(next) });
  }
  const after = overlay(files, written, loaded);
  const trouble = tryOut(after, holdings);
  if (trouble !== undefined) return refusing(trouble);

  const kept = keptAfter(holdings, owner, text);
  const isWhole = asked.revision === undefined;
  const found = findLeftovers(
    [...after, ...holdings.others],
    result.wordings,
    isWhole ? now : undefined,
  );
  const phrases = new Phrases(result.wordings);
  const gone = new Set(result.tombstones);
  const quotes = [...current].flatMap(([id, words]) =>
    !gone.has(id) && phrases.areIn(words) ? [id] : [],
  );
  return {
    done: result,
    owner,
    ...(cut && { cut }),
    files: written,
    kept,
    ...(hash !== undefined && text !== undefined && repository && { object: text }),
    leftovers: withQuotes(found, after, loaded, gone),
    quotes,
    isUnknown: result.tombstones.length > 0 && result.wordings.length === 0,
  };
}

// ——— What there is ———————————————————————————————————————————————————————————

const wordsOf = ({ quote }: VoicedQuote): string => canonicalWords(plainText(quote.content));

/** Whether a run that was stopped has taken the words from the transcript already, and nothing else is new. */
function isCutAlready(loaded: LoadedArchive, owner: Ledger, id: QuoteId): boolean {
  const line = owner.lines.find((one) => one.id === id);
  const episode = loaded.archive?.episodeByKey.get(owner.key);
  if (line?.type !== 'live' || !episode) return false;
  const others = planIds(loaded).changed.some(({ ledger }) => ledger.key !== owner.key);
  const rest = owner.lines.filter((one) => one.type === 'live' && one.id !== id);
  const there = quotesIn(episode);
  return (
    !others &&
    rest.length === there.length &&
    there.every(({ quote, turn }, at) => {
      const one = rest[at]!;
      return (
        one.type === 'live' && one.digest === quote.digest && one.speaker === speakerOf(turn.voice)
      );
    })
  );
}

/** The canonical words of every quote by its id in the ledger, also of one whose words are cut already. */
function currentWords(
  { archive, records }: LoadedArchive,
  isCut?: { readonly key: EpisodeKey; readonly id: QuoteId },
): Map<QuoteId, string> {
  const words = new Map<QuoteId, string>();
  const ledgers = new Map(records?.ledgers.map((ledger) => [ledger.key, ledger]));
  for (const episode of archive?.episodes ?? []) {
    const ledger = ledgers.get(episode.key);
    const quotes = quotesIn(episode);
    const live = (ledger?.lines ?? []).filter(
      ({ type, id }) => type === 'live' && id !== isCut?.id,
    );
    live.forEach(({ id }, at) => words.set(id, wordsOf(quotes[at]!)));
    const before = isCut?.key === episode.key && records?.oldWords.get(isCut.key)?.get(isCut.id);
    if (before) words.set(isCut!.id, before.words);
  }
  return words;
}

function placeOf({ archive }: LoadedArchive, owner: Ledger, id: QuoteId) {
  const quotes = quotesIn(archive!.episodeByKey.get(owner.key)!);
  const at = quotes.findIndex(({ quote }) => quote.id === id);
  return { at, quote: quotes[at]!.quote };
}

// ——— What there will be ————————————————————————————————————————————————————————

/** Import remembers a digest of the whole file that it wrote, with the words. Without it, it leaves the file alone. */
function forgetReceipt(files: readonly TextFile[], transcript: string): RecordFile | undefined {
  const receipt = receiptPath(transcript);
  return files.some(({ path: inside }) => inside === receipt) ? { path: receipt } : undefined;
}

function overlay(
  files: readonly TextFile[],
  written: readonly RecordFile[],
  { sources }: LoadedArchive,
): TextFile[] {
  const next = new Map(written.map((file) => [file.path, file.text]));
  const root = sources!.archive.file.slice(0, -sources!.archive.path.length);
  return [
    ...files.flatMap((file): TextFile[] => {
      if (!next.has(file.path)) return [file];
      const text = next.get(file.path);
      next.delete(file.path);
      return text === undefined ? [] : [{ ...file, text }];
    }),
    ...[...next].flatMap(([inside, text]) =>
      text === undefined ? [] : [{ path: inside, file: root + inside, text }],
    ),
  ];
}

/** Joins the archive as it will be: the ledger must then be up to date, and every other quote keep its id. */
function tryOut(after: readonly TextFile[], { loaded }: Holdings): string | undefined {
  const { repository, records } = loaded;
  const { sources, problems } = parseContent(
    after.filter(({ path: inside }) => !inside.startsWith('.')),
    { shownAs: '', ...(repository && { objectFormat: repository.format }) },
  );
  const kept = parseRecords(after.filter(({ path: inside }) => isRecord(inside)));
  if (!sources || !records) return 'Unexpected content without an archive.';
  const next = { ...records, ...kept.records, oldWords: new Map() };
  const joined = joinArchive(sources, next);
  const errors = [...problems, ...kept.problems, ...joined.problems].filter(
    ({ severity }) => severity === 'error',
  );
  const [first] = errors;
  const [behind] = first ? [] : planIds({ ...loaded, ...joined, joined, records: next }).changed;
  if (!first && !behind) return undefined;
  return `Unexpected archive after the takedown, expected all else as it was. Nothing was done; this is a mistake of the program. ${first ? `${first.file}: ${first.message}` : `The ledger of ${behind!.ledger.key} would be behind.`}`;
}

/** Transcripts that `ids` kept compressed, where no repository has them. */
function keptAfter(
  { loaded }: Holdings,
  owner: Ledger,
  text: string | undefined,
): TakedownPlan['kept'] {
  if (loaded.repository || owner.gone !== undefined || text === undefined)
    return [{ key: owner.key }];
  return [{ key: owner.key, text }];
}

/** Each with the quote of whose paragraph it is a part. */
function withQuotes(
  leftovers: readonly Leftover[],
  after: readonly TextFile[],
  loaded: LoadedArchive,
  gone: ReadonlySet<QuoteId>,
): TakedownPlan['leftovers'] {
  const texts = new Map(after.map(({ file, text }) => [file, text]));
  const ledgers = new Map(loaded.records?.ledgers.map((ledger) => [ledger.path, ledger]));
  return [...Map.groupBy(leftovers, ({ file }) => file)].flatMap(([file, own]) => {
    const ledger = ledgers.get(own[0]!.path);
    const text = texts.get(file);
    if (!ledger || text === undefined) return own;
    const live = ledger.lines.filter(({ type, id }) => type === 'live' && !gone.has(id));
    let count = 0;
    const { transcript } = readTranscript(text, readingOf(loaded, ledger));
    const starts = transcript.parts.flatMap((part): { line: number; id?: QuoteId }[] =>
      part.type === 'speech'
        ? part.passages.map(({ place }) => ({ line: place.line, id: live[count++]!.id }))
        : [{ line: part.place.line }],
    );
    return own.map((leftover) => {
      const id = starts.findLast(({ line }) => line <= leftover.line)?.id;
      return id === undefined ? leftover : { ...leftover, id };
    });
  });
}
