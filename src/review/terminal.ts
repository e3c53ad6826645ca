import { styleText } from 'node:util';
import type { ChangeReport } from '../archive/change-report.ts';
import { grades, type Effect } from '../archive/effect.ts';
import { beginningOf } from '../archive/excerpt.ts';
import { arrange, type Attribution } from './arrangement.ts';
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
  type Setting,
} from './phrase.ts';

/**
 * A report for a terminal: `-old-` and `+new+`, in colours where there are any. Words of the content are
 * shown so that they cannot steer the terminal.
 *
 * serializeForTerminal(report, { content: 'content' }) // =>
 * Published quotes: 1 reworded.
 *
 * A negation changed (1)
 *   content/episodes/talk/tides.md:12  q7k2m9xqp  Jo Field
 *     The tide is +not+ late.
 */
export function serializeForTerminal(report: ChangeReport, setting: Setting): string {
  const { grades: shown, attributions, hidden, hiddenNew, episodes } = arrange(report, setting.all);
  const blocks = [styleText('bold', summarize(report))];
  const told = report.episodes.flatMap((episode) => describeEpisode(episode, setting) ?? []);
  if (told.length > 0) {
    blocks.push(
      block(
        'Episodes',
        told.length,
        cut(
          told.map(({ what, where }) => `${what}: ${visible(where)}`),
          setting,
        ),
      ),
    );
  }
  if (report.unread.length > 0) {
    const files = report.unread.map((path) => visible(`${setting.content}/${path}`));
    blocks.push(block('Not compared', files.length, files));
  }
  if (report.newSpeakers.length > 0) {
    const rows = report.newSpeakers.map((speaker) => {
      const { name, where } = describeNewSpeaker(speaker, setting);
      return `${visible(name)}: ${visible(where)}`;
    });
    blocks.push(block('New speakers', rows.length, cut(rows, setting)));
  }
  if (report.speakers.length > 0) {
    blocks.push(
      block(
        'Shown under another name',
        report.speakers.length,
        report.speakers.map(
          ({ before, after, quotes }) =>
            `-${visible(before)}- +${visible(after)}+  ${plural(quotes, 'quote')}`,
        ),
      ),
    );
  }
  if (report.essays.length > 0) {
    const rows = report.essays.map(
      ({ path, ids }) => `${visible(`${setting.content}/${path}`)}  ${ids.join(', ')}`,
    );
    blocks.push(block('Collections that quote what changes', rows.length, cut(rows, setting)));
  }
  if (episodes.length > 0) {
    const rows = episodes.map(
      ({ path, counts }) => `${visible(`${setting.content}/${path}`)}  ${listCounts(counts)}`,
    );
    blocks.push(block('Changes by episode', rows.length, cut(rows, setting)));
  }
  for (const grade of grades) {
    const effects = shown.get(grade) ?? [];
    const together = grade === 'reattributed' ? attributions : [];
    if (effects.length + together.length === 0) continue;
    const count = effects.length + together.reduce((sum, { quotes }) => sum + quotes, 0);
    const hiddenHere = grade === 'new' ? hiddenNew : 0;
    blocks.push(
      block(headings[grade], count + hiddenHere, [
        ...together.map(serializeAttribution),
        ...effects.map(serializeEffect),
        ...(hiddenHere > 0 ? [`… and ${hiddenHere.toLocaleString('en')} more`] : []),
      ]),
    );
  }
  if (hidden > 0)
    blocks.push(
      `${plural(hidden, 'more change')}, less serious than these. All of them: add \`--all\`.`,
    );
  return blocks.join('\n\n');
}

function block(heading: string, count: number, rows: readonly string[]): string {
  const title = styleText('bold', `${heading} (${count.toLocaleString('en')})`);
  return [title, ...rows.map((row) => `  ${row}`)].join('\n');
}

const serializeAttribution = ({ first, quotes, episodes }: Attribution): string =>
  `${serializeSpeakers(first)}  ${plural(quotes, 'quote')} in ${plural(episodes, 'episode')}, the first at ${placeOf(first)}`;

function serializeEffect(effect: Effect): string {
  const head = [placeOf(effect), effect.id, serializeSpeakers(effect)].join('  ');
  return [head, ...detailsOf(effect)].join('\n    ');
}

const placeOf = ({ file, line }: Effect): string => styleText('cyan', `${visible(file)}:${line}`);

function serializeSpeakers({ kind, before, after }: Effect): string {
  if (kind === 'merged' || !before || !after || before.speaker === after.speaker)
    return visible(nameSpeaker(before ?? after));
  return `${minus(nameSpeaker(before))} ${plus(nameSpeaker(after))}`;
}

function detailsOf({ kind, before, after, pieces, reason, line, lines }: Effect): string[] {
  const said = (words = ''): string => visible(beginningOf(words, 200));
  const details: string[] = [];
  if (pieces) details.push(serializePieces(pieces, { same: visible, removed: minus, added: plus }));
  else if (kind === 'removed' || kind === 'unclear') {
    if (before?.words) details.push(minus(beginningOf(before.words, 600)));
  } else if (kind === 'new') details.push(plus(beginningOf(after?.words ?? '', 200)));
  else details.push(said(after?.words ?? before?.words));
  if (reason) details.push(`Why: ${reasons[reason]}.`);
  if (kind === 'split' && lines)
    details.push(
      `Now ${plural(lines.length, 'quote')}, on lines ${lines.join(', ')}; its permalink leads to the first.`,
    );
  if (kind === 'merged') details.push(`Its permalink leads to the quote on line ${line}.`);
  return details;
}

const minus = (text: string): string => styleText('red', `-${visible(text)}-`);
const plus = (text: string): string => styleText('green', `+${visible(text)}+`);
