import { compareText } from '../archive/order.ts';
import { historyPath, ledgerPath } from '../store/record-path.ts';
import type { Asked } from './asked.ts';
import type { TakedownPlan } from './plan.ts';

/** So many places are listed; of a `Yes.` there would be thousands. */
const mostListed = 40;

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/**
 * What a takedown does, file by file. Never the words: this may be printed in a public log.
 *
 * tellPlan(plan, { …, isDayGiven: true }, 'content') // =>
 * Takedown of `q7k2m9xqp`, dated 2026-05-01:
 *   content/episodes/talk/tides.md:14  the paragraph goes
 *   content/ledger/tides.ids  a tombstone for `q7k2m9xqp`
 */
export function tellPlan(
  plan: TakedownPlan,
  asked: Asked & { readonly isDayGiven: boolean },
  shownAs: string,
): string {
  const { done, cut, files } = plan;
  const what = asked.revision === undefined ? '' : `revision ${asked.revision} of `;
  if (files.length === 0)
    return `Nothing to do: ${what}\`${asked.id}\` is taken down already. What it said is not known any more, so nothing was looked for.`;
  const rows: string[] = [];
  if (cut)
    rows.push(
      `${cut.file}:${cut.place.line}  the paragraph goes${cut.how === 'whole' ? '; the transcript is written anew in the one form, so look at its difference' : ''}`,
    );
  for (const { path } of files) {
    const file = `${shownAs}/${path}`;
    const key = /^(?:ledger|history)\/(.+)\.(?:ids|jsonl)$/.exec(path)?.[1];
    if (key === undefined) {
      if (path.startsWith('.')) rows.push(`${file}  the digest of the imported file goes`);
    } else if (path === historyPath(key)) {
      const own = done.withheld.filter((one) => one.key === key);
      const parts = [
        ...(key === done.key && done.dropped > 0
          ? [`${plural(done.dropped, 'earlier wording goes', 'earlier wordings go')}`]
          : []),
        ...own.map(({ id, revision }) => `revision ${revision} of \`${id}\` is withheld`),
      ];
      rows.push(`${file}  ${parts.join(', ') || 'another reason'}`);
    } else if (path === ledgerPath(key)) {
      const isOwn = key === done.key;
      const [first, ...aliases] = isOwn ? done.tombstones : [];
      const quoted = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');
      const parts = [
        ...(first === undefined ? [] : [`a tombstone for \`${first}\``]),
        ...(aliases.length > 0 ? [`and for what was merged into it: ${quoted(aliases)}`] : []),
        ...(first === undefined && done.undigested.length === 0 ? ['another reason'] : []),
        ...(done.undigested.length > 0 ? ['digests of words that held these go'] : []),
      ];
      rows.push(`${file}  ${parts.join(' ')}`);
    }
  }
  return [
    `Takedown of ${what}\`${asked.id}\`, dated ${asked.date}${asked.isDayGiven ? '' : ' (the day of the last commit; --date says another)'}:`,
    ...rows.map((row) => `  ${row}`),
  ].join('\n');
}

/** Where the words are still, with what to type. Empty when they are nowhere. */
export function tellLeftovers(plan: TakedownPlan, asked: Asked): string {
  const command = (id: string): string =>
    `npm run takedown -- ${id} --reason ${JSON.stringify(asked.reason)}`;
  const listed = new Set<string>();
  const rows: [isWhole: boolean, row: string][] = [];
  for (const { file, line, isWhole, id } of plan.leftovers) {
    if (id !== undefined && isWhole) listed.add(id);
    const mend =
      id !== undefined
        ? isWhole
          ? `another quote. To take it down, too: ${command(id)}`
          : `quote \`${id}\` holds a part of them. If that must go: ${command(id)}`
        : /(?:^|\/)history\/[^/]+\.jsonl$/.test(file)
          ? 'an earlier wording of another quote. Its line names id and revision: npm run takedown -- <id> --revision <revision>'
          : /\.gz$/.test(file)
            ? 'the kept transcript of a withdrawn episode. Take down its quote, or delete this file'
            : `${isWhole ? 'holds them' : 'holds a part of them'}. Edit this line by hand`;
    rows.push([isWhole, `  ${file}:${line}  ${mend}`]);
  }
  for (const id of plan.quotes)
    if (!listed.has(id)) rows.push([true, `  another quote. To take it down, too: ${command(id)}`]);
  if (rows.length === 0) return '';
  const shown = [...rows].sort(([a], [b]) => Number(b) - Number(a)).slice(0, mostListed);
  const rest = rows.length - shown.length;
  return [
    'The words, or a part of them, are still in these places:',
    ...shown.map(([, row]) => row),
    ...(rest > 0 ? [`  … and in ${plural(rest, 'more place', 'more places')}`] : []),
  ].join('\n');
}

/** Whether any file still says all of some wording. */
export const isLeft = ({ leftovers, quotes }: TakedownPlan): boolean =>
  quotes.length > 0 || leftovers.some(({ isWhole }) => isWhole);

/** Other ids and revisions that a keeper may want to judge. */
export function tellOthers({ done, isUnknown }: TakedownPlan, asked: Asked): string {
  if (isUnknown)
    return 'What it said is in no file and in no commit: what else holds the words could not be looked for.';
  const rows = done.undigested.map(
    (id) =>
      `  \`${id}\` is gone already; a digest told its words, which held these. So that it is refused when somebody brings it back: npm run takedown -- ${id} --reason ${JSON.stringify(asked.reason)}`,
  );
  return [...new Set(rows)].sort(compareText).join('\n');
}

/** What is to be done next, by a person. */
export function tellNext(
  plan: TakedownPlan,
  isSiteThere: string | undefined,
  isRepository: boolean,
): string {
  return [
    'Next:',
    ...(isRepository
      ? ['  git add -A && git commit -m "Take down a quote"   (without the words in the message)']
      : []),
    '  npm run build, and deploy.',
    ...(isSiteThere === undefined
      ? []
      : [`  ${isSiteThere} still holds the words until then, and so does the published site.`]),
    ...(isRepository
      ? ['  The history of git still holds them, and so do caches: .github/docs/takedown.md']
      : ['  Caches still hold them: .github/docs/takedown.md']),
    ...(plan.cut?.how === 'whole' ? ['  Look at the difference of the transcript: git diff'] : []),
  ].join('\n');
}
