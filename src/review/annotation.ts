import type { ChangeReport } from '../archive/change-report.ts';
import type { Effect, Grade } from '../archive/effect.ts';
import { beginningOf } from '../archive/excerpt.ts';
import { brief, type Problem } from '../archive/problem.ts';
import { arrange, type Attribution } from './arrangement.ts';
import {
  headings,
  nameSpeaker,
  plural,
  reasons,
  serializePieces,
  visible,
  type Marks,
} from './phrase.ts';

type Level = 'error' | 'warning' | 'notice';

/** A remark at a place of a file, as GitHub shows it beside a change. */
interface Annotation {
  readonly level: Level;
  readonly file: string;
  readonly line?: number;
  readonly title: string;
  readonly message: string;
}

/** GitHub shows no more of one level for each step of a workflow. */
const mostOfLevel = 10;

const worthAWarning: ReadonlySet<Grade> = new Set<Grade>([
  'removed',
  'unclear',
  'negation',
  'number',
  'name',
  'reattributed',
]);

/**
 * Problems and a report as commands of a GitHub workflow, one a line: at most ten of each level, the most
 * serious; the last of ten says how many more there are. `fileOf` gives a file's path in the repository.
 *
 * serializeAnnotations([], report, (file) => file) // =>
 * ::warning file=content/episodes/talk/tides.md,line=12,title=A negation changed::Jo Field: The tide is +not+ late.
 */
export function serializeAnnotations(
  problems: readonly Problem[],
  report: ChangeReport | undefined,
  fileOf: (file: string) => string = (file) => file,
): string {
  const ofProblems = problems.map(({ rule, severity, file, place, message, mend }): Annotation => ({
    level: severity,
    file: fileOf(file),
    ...(place && { line: place.line }),
    title: rule,
    message: [message, ...mend.split('\n')].map((line) => visible(brief(line))).join('\n'),
  }));
  const ofEffects = report ? annotate(report, fileOf) : [];
  // What the change itself does comes before what was wrong anyway.
  const all = [
    ...ofProblems.filter(({ level }) => level === 'error'),
    ...ofEffects,
    ...ofProblems.filter(({ level }) => level === 'warning'),
  ];
  return (['error', 'warning', 'notice'] as const)
    .flatMap((level) => limit(all.filter((annotation) => annotation.level === level)))
    .map(serialize)
    .join('\n');
}

function annotate(report: ChangeReport, fileOf: (file: string) => string): Annotation[] {
  const { attributions } = arrange(report);
  const grouped = new Map(attributions.map((attribution) => [attribution.first, attribution]));
  const told = new Set(attributions.map(({ first }) => pairOf(first)));
  return report.effects.flatMap((effect): Annotation[] => {
    const { grade, kind, file, line } = effect;
    const attribution = grouped.get(effect);
    if (kind === 'new') return [];
    if (kind === 'reattributed' && !attribution && told.has(pairOf(effect))) return [];
    return [
      {
        level: worthAWarning.has(grade) ? 'warning' : 'notice',
        file: fileOf(file),
        line,
        title: headings[grade],
        message: attribution ? describeAttribution(attribution) : describe(effect),
      },
    ];
  });
}

const pairOf = ({ before, after }: Effect): string =>
  JSON.stringify([before?.speaker, after?.speaker]);

const describeAttribution = ({ first, quotes, episodes }: Attribution): string =>
  `${speakersOf(first)}: ${plural(quotes, 'quote')} in ${plural(episodes, 'episode')}, this one the first`;

function describe(effect: Effect): string {
  const { id, kind, before, after, pieces, reason, lines } = effect;
  const words = pieces
    ? serializePieces(pieces, marks)
    : visible(beginningOf(before?.words ?? after?.words ?? '', 600));
  const more = [
    ...(reason ? [`Why: ${reasons[reason]}.`] : []),
    ...(kind === 'split' && lines ? [`Now on lines ${lines.join(', ')}.`] : []),
  ];
  return [`${speakersOf(effect)}: ${words} (${id})`, ...more].join('\n');
}

const marks: Marks = {
  same: visible,
  removed: (text) => `-${visible(text)}-`,
  added: (text) => `+${visible(text)}+`,
};

function speakersOf({ kind, before, after }: Effect): string {
  if (kind === 'merged' || !before || !after || before.speaker === after.speaker)
    return visible(nameSpeaker(before ?? after));
  return visible(`-${nameSpeaker(before)}- +${nameSpeaker(after)}+`);
}

function limit(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (!first || annotations.length <= mostOfLevel) return annotations;
  const shown = annotations.slice(0, mostOfLevel - 1);
  const more = annotations.length - shown.length;
  return [
    ...shown,
    {
      level: first.level,
      file: annotations[shown.length]!.file,
      title: `${more.toLocaleString('en')} more`,
      message: `GitHub shows ten of a kind. ${more.toLocaleString('en')} more are in the log of this check.`,
    },
  ];
}

/** As GitHub's own toolkit does: nothing of the content may start a command, or end a field of one. */
function serialize({ level, file, line, title, message }: Annotation): string {
  const fields = [
    `file=${escapeField(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${escapeField(title)}`,
  ];
  return `::${level} ${fields.join(',')}::${escapeMessage(message)}`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeField = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
