import { passagesOf, type Found, type Reading } from './reading.ts';
import { escapeText } from './inline-writer.ts';
import { oneLine } from './inline.ts';

/** Lines with their ends, as the file has them. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const endingOf = (line: string): string => /[\r\n]*$/.exec(line)![0];
const endingIn = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

/** The file with another transcript below its front matter. */
export function withBody(text: string, { firstLine }: Reading, body: string): string {
  const head = linesOf(text)
    .slice(0, firstLine - 1)
    .join('');
  const ending = endingIn(text);
  const gap = head === '' ? '' : ending;
  return head + gap + body.replaceAll('\n', ending);
}

/** A label with a colon as people type it, at the start of a line; a time may stand before it. */
const typedLabel =
  /^\s*(?:\\?\[[\d:.,\\]{4,20}\\?\][ \t]*)?(\*\*[^*\n]{1,80}[:：]\*\*|\*\*[^*\n]{1,80}\*\*\s?[:：]|__[^_\n]{1,80}[:：]__|[^:：\n]{1,60}[:：])/u;
/** A line that is a time alone, for what follows. */
const timeAlone = /^\s*(?:#{1,6}\s+)?\\?\[[\d:.,\\]{4,20}\\?\]\s*#*\s*$/;
const timeInLabel = /\s*(?:\\?\[[\d:.,\\]{4,20}\\?\]|\d{1,3}:\d\d(?::\d\d)?)(?=\s*(?:\*\*)?\s*$)/;

/** What is to be done with some lines, by their index. */
type Edit = ReadonlyMap<number, string>;

/**
 * Texts without the lines of one passage, the least changed first. None is known to be right: that shows when
 * it is read.
 */
export function* cutLines(text: string, reading: Reading, at: number): Iterable<string> {
  const lines = linesOf(text);
  const all = passagesOf(reading.transcript);
  const { speech, passage, isFirst } = all[at]!;
  const start = passage.place.line - 1;
  const hasLabel = isFirst && speech.label !== null;
  const labelLine = hasLabel ? speech.place.line - 1 : -1;
  const next = nextOf(reading, all, at);
  const eol = endingIn(text);

  for (const end of endsOf(lines, reading, start)) {
    const cut: Edit = new Map(span(start, end).map((line) => [line, '']));
    const forms: Edit[] = [];
    if (hasLabel && labelLine === start) {
      const typed = typedLabel.exec(lines[start]!)?.[1];
      const plain = `**${escapeText(oneLine(speech.label))}:**`;
      if (next) {
        const to = next.passage.place.line - 1;
        for (const label of typed === undefined ? [plain] : [typed, plain]) {
          const moved = moveLabel(label, lines[to] ?? '', next, eol);
          forms.push(new Map([...cut, [to, moved]]));
        }
        for (const label of typed === undefined ? [plain] : [typed, plain])
          forms.push(new Map([...cut, [start, `${label}${endingOf(lines[end]!) || eol}`]]));
      } else forms.push(cut);
    } else if (hasLabel) {
      const bare = lines[labelLine]!.replace(timeInLabel, '');
      const without: Edit = new Map([...cut, [labelLine, '']]);
      const timeless: Edit = new Map([...cut, [labelLine, bare]]);
      forms.push(...(next ? [cut, timeless] : [without, cut, timeless]));
    } else forms.push(cut);
    const first = hasLabel ? labelLine : start;
    for (const time of timesBefore(lines, start, first)) {
      for (const form of [...forms]) forms.push(new Map([...form, [time, '']]));
    }
    for (const form of forms) {
      yield apply(lines, form, '');
      const unused = definitionsOf(lines, form);
      if (unused.length > 0)
        yield apply(lines, new Map([...form, ...unused.map((line) => [line, ''] as const)]), '');
      yield apply(lines, form, eol);
    }
  }
}

/** The passage that would lose its speaker with the label of this one. */
function nextOf({ transcript }: Reading, all: readonly Found[], at: number): Found | undefined {
  const { speech } = all[at]!;
  const next = all[at + 1];
  if (!next) return undefined;
  if (next.speech === speech) return next;
  const { parts } = transcript;
  const following = parts.slice(parts.indexOf(speech) + 1).find((part) => part.type === 'speech');
  return following === next.speech && next.speech.label === null ? next : undefined;
}

function moveLabel(label: string, line: string, { passage }: Found, eol: string): string {
  if (passage.block !== undefined) return `${label}${eol}${eol}${line}`;
  return `${label} ${line.trimStart()}`;
}

/** Where the passage may end: at the end of its paragraph, or before what comes next. */
function endsOf(lines: readonly string[], { transcript }: Reading, start: number): number[] {
  let following = lines.length;
  for (const part of transcript.parts) {
    const places = [
      part.place,
      ...(part.type === 'speech' ? part.passages : []).map((p) => p.place),
    ];
    for (const { line } of places) if (line - 1 > start) following = Math.min(following, line - 1);
  }
  let paragraph = start;
  while (paragraph + 1 < following && !isBlank(lines[paragraph + 1])) paragraph++;
  let before = following - 1;
  while (before > start && isBlank(lines[before])) before--;
  return [...new Set([paragraph, before])];
}

/** Lines with a time alone, right before a passage or its label. */
function timesBefore(lines: readonly string[], ...starts: readonly number[]): number[] {
  const found = new Set<number>();
  for (const start of starts) {
    let line = start - 1;
    while (line >= 0 && isBlank(lines[line])) line--;
    if (line >= 0 && timeAlone.test(lines[line]!)) found.add(line);
  }
  return [...found];
}

/** Lines that define addresses for links of the cut lines: without these they would be shown. */
function definitionsOf(lines: readonly string[], form: Edit): number[] {
  const cut = [...form].flatMap(([line, left]) => (left === '' ? [lines[line]!] : [])).join('');
  const names = new Set(
    [...cut.matchAll(/\[([^\]\n]+)\]/g)].map((match) => match[1]!.trim().toLowerCase()),
  );
  return lines.flatMap((line, index) => {
    const name = /^ {0,3}\[([^\]]+)\]:/.exec(line)?.[1];
    return name !== undefined && !form.has(index) && names.has(name.trim().toLowerCase())
      ? [index]
      : [];
  });
}

const span = (start: number, end: number): number[] =>
  Array.from({ length: end - start + 1 }, (_, index) => start + index);

/** The lines as edited; where a block went, one blank line stays between its neighbours. */
function apply(lines: readonly string[], edit: Edit, gap: string): string {
  const kept: string[] = [];
  let isCut = false;
  lines.forEach((line, index) => {
    const now = edit.get(index) ?? line;
    if (edit.has(index) && now === '') {
      isCut = true;
      return;
    }
    if (isCut && isBlank(now) && (kept.length === 0 || isBlank(kept.at(-1)))) return;
    if (isCut && gap !== '' && !isBlank(now) && !isBlank(kept.at(-1))) kept.push(gap);
    isCut = false;
    kept.push(now);
  });
  if (isCut) while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  return kept.join('');
}
