import type { ChangeReport } from '../archive/change-report.ts';
import type { ArchiveFacts } from '../archive/model.ts';
import { grades, type Effect, type Grade, type Moment } from '../archive/effect.ts';
import { beginningOf } from '../archive/excerpt.ts';
import { href, quotePath } from '../archive/permalink.ts';
import { serializeProblems, type Problem } from '../archive/problem.ts';
import { formatTime } from '../archive/time.ts';
import { helpAddress } from './rule.ts';
import { arrange, type Attribution } from './arrangement.ts';
import { marker } from './comment.ts';
import {
  cut,
  describeEpisode,
  describeNewSpeaker,
  headings,
  listCounts,
  nameSpeaker,
  plural,
  reasons,
  serializePieces,
  summarize,
  visible,
  type Marks,
  type Setting,
} from './phrase.ts';

export interface MarkdownSetting extends Setting {
  /** Address of the site, for permalinks. */
  readonly url?: string;
  /** Of the archive, for links to the rules. */
  readonly facts?: Pick<ArchiveFacts, 'url' | 'docs'>;
}

/** GitHub takes comments of 65,536 characters. */
const longest = 60_000;
/** What problems may take of it. */
const longestProblems = 15_000;
/** Kept for what is said at the end. */
const closing = 300;

/** What stands open; the rest is folded. */
const openGrades: ReadonlySet<Grade> = new Set<Grade>([
  'removed',
  'unclear',
  'negation',
  'number',
  'name',
]);

/**
 * Problems and a report as Markdown for a comment, at most 60,000 characters. Words of the content are text
 * in it: they make no link, no mention, no reference, no HTML.
 *
 * serializeMarkdown([], report, { content: 'content' }) // =>
 * …
 * - `q7k2m9xqp` · content/episodes/talk/tides.md:12 · Jo Field · [4:33 at example.org](https://example.org/12.mp3#t=273)<br>The tide is **not** late.
 */
export function serializeMarkdown(
  problems: readonly Problem[],
  report: ChangeReport | undefined,
  setting: MarkdownSetting,
): string {
  const page = new Page();
  page.add(marker, '### What this change does to published quotes');
  if (report) page.add(escapeMarkdown(summarize(report)));
  addProblems(page, problems);
  addRules(page, problems, setting);
  if (report) addReport(page, report, setting);
  return page.end();
}

/** Paragraphs, as many as there is room for. */
class Page {
  readonly #paragraphs: string[] = [];
  #room = longest - closing;
  #left = 0;

  get room(): number {
    return this.#room;
  }

  add(...paragraphs: string[]): void {
    for (const paragraph of paragraphs) {
      this.#paragraphs.push(paragraph);
      this.#room -= paragraph.length + 2;
    }
  }

  /** A folded list, as long as there is room; what is left out is counted. */
  list(heading: string, rows: readonly string[], isOpen: boolean, count = rows.length): void {
    const start = `<details${isOpen ? ' open' : ''}>\n<summary>${escapeMarkdown(heading)} (${count.toLocaleString('en')})</summary>\n\n`;
    const end = '\n\n</details>';
    let length = start.length + end.length;
    const shown: string[] = [];
    for (const row of rows) {
      length += row.length + 3;
      if (length > this.#room) break;
      shown.push(row);
    }
    this.#left += rows.length - shown.length;
    if (shown.length > 0) this.add(`${start}${shown.map((row) => `- ${row}`).join('\n')}${end}`);
  }

  end(): string {
    if (this.#left > 0)
      this.add(
        `${plural(this.#left, 'more line')} found no room here. All of them: \`npm run check -- --base …\`.`,
      );
    return `${this.#paragraphs.join('\n\n')}\n`;
  }
}

function addProblems(page: Page, problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const [noun, some] of [
    ['error', errors],
    ['warning', problems.filter((problem) => !errors.includes(problem))],
  ] as const) {
    if (some.length === 0) continue;
    const text = serializeProblems(some).split('\n').map(visible).join('\n');
    const cut =
      text.length > longestProblems
        ? `${text.slice(0, longestProblems).replace(/\n.*$/s, '')}\n…`
        : text;
    const fence = '`'.repeat(
      Math.max(3, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length + 1)),
    );
    page.add(
      `<details${noun === 'error' ? ' open' : ''}>\n<summary>${plural(some.length, noun)}</summary>\n\n${fence}text\n${cut}\n${fence}\n\n</details>`,
    );
  }
}

/** Where the rules are explained that the problems are named after. */
function addRules(page: Page, problems: readonly Problem[], { facts }: MarkdownSetting): void {
  const names = [...new Set(problems.map(({ rule }) => rule))].sort();
  const links = names.flatMap((name) => {
    const address = helpAddress(name, facts);
    return address === undefined ? [] : [`[${name}](${address})`];
  });
  if (links.length > 0) page.add(`What these rules hold, and why: ${links.join(', ')}.`);
}

function addReport(page: Page, report: ChangeReport, setting: MarkdownSetting): void {
  const { grades: shown, attributions, hidden, hiddenNew, episodes } = arrange(report, setting.all);
  const told = report.episodes.flatMap((episode) => describeEpisode(episode, setting) ?? []);
  const path = (inside: string): string => escapeMarkdown(`${setting.content}/${inside}`);
  if (told.length > 0) {
    page.list(
      'Episodes',
      cut(
        told.map(({ what, where }) => `${what}: ${escapeMarkdown(where)}`),
        setting,
      ),
      told.length <= 10,
      told.length,
    );
  }
  if (report.unread.length > 0) page.list('Not compared', report.unread.map(path), true);
  if (report.newSpeakers.length > 0) {
    const rows = report.newSpeakers.map((speaker) => {
      const { name, where } = describeNewSpeaker(speaker, setting);
      return `${strong(name, true)}: ${escapeMarkdown(where)}`;
    });
    page.list('New speakers', cut(rows, setting), true, rows.length);
  }
  if (report.speakers.length > 0) {
    page.list(
      'Shown under another name',
      report.speakers.map(
        ({ before, after, quotes }) =>
          `${struck(before, true)} ${strong(after, true)}, ${plural(quotes, 'quote')}`,
      ),
      true,
    );
  }
  if (report.essays.length > 0) {
    const rows = report.essays.map(
      ({ path: inside, ids }) => `${path(inside)}: ${ids.map((id) => `\`${id}\``).join(', ')}`,
    );
    page.list('Collections that quote what changes', cut(rows, setting), true, rows.length);
  }
  for (const grade of grades) {
    const effects = shown.get(grade) ?? [];
    const together = grade === 'reattributed' ? attributions : [];
    const isNew = grade === 'new';
    if (effects.length + together.length === 0) continue;
    const count = effects.length + together.reduce((sum, { quotes }) => sum + quotes, 0);
    page.list(
      headings[grade],
      [
        ...together.map((attribution) => serializeAttribution(attribution, setting)),
        ...effects.map((effect) => serializeEffect(effect, setting)),
        ...(isNew && hiddenNew > 0 ? [`… and ${hiddenNew.toLocaleString('en')} more`] : []),
      ],
      openGrades.has(grade) || together.length > 0,
      count + (isNew ? hiddenNew : 0),
    );
  }
  if (hidden > 0) {
    page.add(
      `${plural(hidden, 'more change')}, less serious than these. All of them: \`npm run check -- --all --base …\`.`,
    );
  }
  if (episodes.length > 0) {
    page.list(
      'Changes by episode',
      cut(
        episodes.map(({ path: inside, counts }) => `${path(inside)}: ${listCounts(counts)}`),
        setting,
      ),
      false,
      episodes.length,
    );
  }
}

const serializeAttribution = (
  { first, quotes, episodes }: Attribution,
  setting: MarkdownSetting,
): string =>
  `${serializeSpeakers(first)}: ${plural(quotes, 'quote')} in ${plural(episodes, 'episode')}, the first ${serializeId(first, setting)} at ${placeOf(first)}`;

function serializeEffect(effect: Effect, setting: MarkdownSetting): string {
  const { kind, before, after, pieces, reason, lines, line } = effect;
  const head = [
    serializeId(effect, setting),
    placeOf(effect),
    serializeSpeakers(effect),
    ...(effect.moment ? [serializeMoment(effect.moment)] : []),
  ].join(' · ');
  const rows = [head];
  if (pieces) rows.push(serializePieces(pieces, marks));
  else if (kind === 'removed' || kind === 'unclear') {
    if (before?.words) rows.push(struck(beginningOf(before.words, 600), true));
  } else rows.push(escapeMarkdown(beginningOf(after?.words ?? before?.words ?? '', 200)));
  if (reason) rows.push(`Why: ${reasons[reason]}.`);
  if (kind === 'split' && lines)
    rows.push(
      `Now ${plural(lines.length, 'quote')}, on lines ${lines.join(', ')}; its permalink leads to the first.`,
    );
  if (kind === 'merged') rows.push(`Its permalink leads to the quote on line ${line}.`);
  return rows.join('<br>');
}

/** A link where there is something to follow; a new quote has no address before it is published. */
const serializeId = ({ id, episode, kind }: Effect, { url }: MarkdownSetting): string =>
  url && kind !== 'new' && /^https?:\/\/[^\s()<>]+$/.test(url)
    ? `[\`${id}\`](${href(url, quotePath(episode, id))})`
    : `\`${id}\``;

/** A link to the second of the recording. Its address is the contributor's: its host is shown. */
export function serializeMoment({ recording, time }: Moment): string {
  const address = new URL(recording);
  address.hash = `t=${Math.floor(time)}`;
  const href = address.href.replace(
    /[()[\]<>\\`|]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${formatTime(time)} at ${escapeMarkdown(address.host)}](${href})`;
}

const placeOf = ({ file, line }: Effect): string => `${escapeMarkdown(file)}:${line}`;

function serializeSpeakers({ kind, before, after }: Effect): string {
  if (kind === 'merged' || !before || !after || before.speaker === after.speaker)
    return escapeMarkdown(nameSpeaker(before ?? after));
  return `${struck(nameSpeaker(before), true)} ${strong(nameSpeaker(after), true)}`;
}

/** Markdown's own marks mean nothing inside a word or beside a letter: HTML’s do. */
const struck = (text: string, isApart: boolean): string =>
  isApart ? `~~${escapeMarkdown(text)}~~` : `<del>${escapeMarkdown(text)}</del>`;
const strong = (text: string, isApart: boolean): string =>
  isApart ? `**${escapeMarkdown(text)}**` : `<strong>${escapeMarkdown(text)}</strong>`;
const marks: Marks = { same: escapeMarkdown, removed: struck, added: strong };

/** An invisible blank that parts what would be a mention, a reference or an address. */
const gap = '&#8203;';
const special = /[&<>\\`*_[\]~|$@#]|:\/\/|www(?=\.)|\bGH-|:(?=[\w+-]+:)/gi;

/**
 * A text as Markdown that shows just that text on GitHub: no HTML, no marks, no link, no mention, no
 * reference to an issue, no emoji, no formula.
 *
 * escapeMarkdown('@all <b>*tide*</b>') // => '@&#8203;all &lt;b&gt;\*tide\*&lt;/b&gt;'
 */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(special, (found) => {
    switch (found) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '$':
        return '<span>$</span>';
      case '@':
      case '#':
      case ':':
        return found + gap;
      case '://':
        return `:${gap}//`;
      default:
        return found.length > 1 ? found + gap : `\\${found}`;
    }
  });
}
