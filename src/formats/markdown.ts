import type { BlockContent, Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
import { isAnonymousLabel, isNoteLabel } from '../archive/label.ts';
import type { Chapter, Inline, Note, Passage, Place, Speech, Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { slugOf } from '../archive/slug.ts';
import { parseTimestamp } from '../archive/time.ts';
import { readCode, readList, readTable } from './block.ts';
import { placeOf, readInline, trimContent, wordsOf, type InlineContext } from './inline.ts';

export interface MarkdownOptions {
  readonly file: string;
  /** The line of the file on which the body starts. */
  readonly firstLine?: number;
  /** Whether a plain label (`Name: text`) is the name, the alias or a mapped label of a speaker. */
  readonly isName?: (label: string) => boolean;
  /** False where only bold labels and headings are labels, as in some archives. */
  readonly plainLabels?: boolean;
  /** The Markdown parser; a test holds Sätteri, the fast one, equal to remark. */
  readonly parse?: (markdown: string) => Root;
}

/** Sätteri reads 54 MB a second where remark reads 2.5, and gives the same tree. */
const parseFast = (markdown: string): Root =>
  markdownToMdast(markdown, { features: { frontmatter: false, gfm: { footnotes: false } } }) as Root;

/**
 * Lines that Markdown takes for the address of a link (`[note]: hello`) or for a footnote would vanish
 * from the text: their bracket is escaped before parsing, so that they are words.
 */
export const keepDefinitions = (markdown: string): string =>
  /^[ >]*\[[^\]\n]*\]:/m.test(markdown)
    ? markdown.replace(/^([ >]*)\[(?=[^\]\n]*\]:)/gm, '$1\\[')
    : markdown;

/**
 * A transcript in Markdown, as people write it. Takes the label styles found in the wild; whatever starts
 * like a label nobody knows is an error, since its words would go to the speaker before.
 *
 * parseMarkdown('**Jo Field:** [04:33] Nobody wrote them down.', { file: 'a.md' }) // =>
 * { transcript: { parts: [{ type: 'speech', label: 'Jo Field', passages: [{ startTime: 273, … }] }] }, problems: [] }
 */
export function parseMarkdown(
  body: string,
  options: MarkdownOptions,
): { transcript: Transcript; problems: Problem[] } {
  const problems: Problem[] = [];
  const source = keepDefinitions(body.replace(/\r\n?/g, '\n'));
  const reader = new TranscriptReader(source, options, problems);
  reader.readAll((options.parse ?? parseFast)(source).children);
  return { transcript: { parts: reader.parts }, problems };
}

/** A label at the start of a line, and what follows it. */
interface Labelled {
  readonly label: string;
  readonly rest: PhrasingContent[];
}

class TranscriptReader {
  readonly parts: (Chapter | Note | OpenSpeech)[] = [];
  readonly #source: string;
  readonly #options: MarkdownOptions;
  readonly #context: InlineContext;
  /** A time that stood alone, for the words after it. */
  #pendingTime: number | undefined;
  /** The label of a break, whose words follow in a paragraph of their own. */
  #pendingNote: string | undefined;

  constructor(source: string, options: MarkdownOptions, problems: Problem[]) {
    this.#source = source;
    this.#options = options;
    this.#context = { file: options.file, firstLine: options.firstLine ?? 1, problems };
  }

  readAll(nodes: readonly RootContent[]): void {
    for (const node of nodes) this.#read(node);
  }

  #read(node: RootContent): void {
    const place = placeOf(node, this.#context.firstLine);
    switch (node.type) {
      case 'paragraph':
        for (const { nodes, source, below } of this.#lines(node)) {
          this.#paragraph(nodes, source, below === 0 ? place : { line: place.line + below, column: 1 });
        }
        break;
      case 'heading':
        this.#heading(node, place);
        break;
      case 'blockquote':
        for (const child of node.children) this.#note(this.#noteContent(child), place);
        break;
      case 'list':
        this.#complainOfLabels(node.children.map((item) => wordsOf(item)), place);
        this.#passage({ content: readList(node, this.#context), block: 'list', place });
        break;
      case 'table':
        this.#passage({ content: readTable(node, this.#context), block: 'table', place });
        break;
      case 'code':
        this.#code(node, place);
        break;
      case 'thematicBreak':
        break;
      default: {
        const words = wordsOf(node).replace(/\s+/g, ' ').trim();
        if (words !== '') this.#passage({ content: [words], place });
      }
    }
  }

  #code(node: Extract<RootContent, { type: 'code' }>, place: Place): void {
    const start = node.position?.start.offset ?? 0;
    if (/^(?:`{3}|~{3})/.test(this.#source.slice(start, start + 3))) {
      this.#passage({ content: readCode(node), block: 'code', place });
      return;
    }
    // Four blanks before a paragraph make it code for Markdown; people who type them mean words.
    const inner = new TranscriptReader(
      node.value,
      { ...this.#options, firstLine: place.line },
      this.#context.problems,
    );
    inner.readAll((this.#options.parse ?? parseFast)(node.value).children);
    for (const part of inner.parts) this.#append(part);
  }

  #heading(node: Heading, place: Place): void {
    const start = node.position?.start.offset ?? 0;
    if (this.#source[start] !== '#') {
      // `===` or `---` below a paragraph: rather speech with a line under it than a chapter by accident.
      this.#context.problems.push({
        rule: 'underlined',
        severity: 'warning',
        file: this.#context.file,
        place,
        message: 'Unexpected line of `-` or `=` under a paragraph, expected an empty line between them',
        mend: `It is read as speech. For a chapter, type \`## ${wordsOf(node).split('\n')[0]!.slice(0, 40)}\`.`,
      });
      this.#read({ ...node, type: 'paragraph' } as unknown as Paragraph);
      return;
    }
    const words = wordsOf(node).replace(/\s+/g, ' ').trim();
    const label = /^(.+?)\s*[:：]$/u.exec(words)?.[1];
    if (label !== undefined) {
      this.#open(label, place);
      return;
    }
    const match = /^(.*?)\s*\[([\d:.,]+)\]$/.exec(words);
    const startTime = match && parseTimestamp(match[2]!);
    const title = startTime === undefined || startTime === null ? words : match![1]!;
    if (title === '') return;
    this.#pendingNote = undefined;
    this.parts.push({ type: 'chapter', title, ...(typeof startTime === 'number' && { startTime }), place });
  }

  #noteContent(node: BlockContent | RootContent): Inline[] {
    if (node.type === 'paragraph' || node.type === 'heading') return readInline(node.children, this.#context);
    if (node.type === 'list') return readList(node, this.#context);
    return [wordsOf(node)];
  }

  #note(given: readonly Inline[], place: Place, label?: string): void {
    const { content, startTime } = trimContent(given);
    const time = startTime ?? this.#takeTime();
    if (content.length === 0 && label === undefined) return;
    this.parts.push({
      type: 'note',
      content,
      ...(label !== undefined && { label }),
      ...(time !== undefined && { startTime: time }),
      place,
    });
  }

  /** A paragraph, cut where one of its lines starts with a label. */
  #lines(paragraph: Paragraph): ParagraphLines[] {
    const start = paragraph.position?.start.offset ?? 0;
    const end = paragraph.position?.end.offset ?? start;
    const nodes = paragraph.children;
    if (nodes.length === 1 && nodes[0]!.type === 'text' && !nodes[0]!.value.includes('\n')) {
      return [{ nodes, source: this.#source.slice(start, Math.min(end, start + 200)), below: 0 }];
    }
    const source = this.#source.slice(start, end).split('\n');
    return splitAtLabels(nodes, source, (label) => this.#isLabel(label));
  }

  #paragraph(nodes: readonly PhrasingContent[], source: string, place: Place): void {
    const labelled = this.#findLabel(nodes, source, place);
    if (labelled) this.#open(labelled.label, place);
    const rest = labelled?.rest ?? nodes;
    const [only] = rest;
    const alone = rest.length === 1 && only?.type === 'text' ? only.value.trim() : undefined;
    if (alone !== undefined) {
      // `Name: 00:01:02` on a line of its own, or a time alone: it is the time of what follows.
      const [head = '', ...tail] = alone.split('\n');
      const bare = parseTimestamp(head.replace(/^\[(.*)\]$/, '$1'));
      if (bare !== undefined && (labelled || head.startsWith('['))) {
        this.#pendingTime = bare;
        if (tail.length > 0) this.#words(readInline([{ type: 'text', value: tail.join('\n') }], this.#context), place);
        return;
      }
      if (!labelled && this.#pendingNote === undefined) {
        const inside = /^[[(（［【]([^[\]()（）［］【】]*)[\])）］】]$/u.exec(alone);
        if (inside) {
          this.#note([inside[1]!.replace(/\s+/g, ' ')], place);
          return;
        }
      }
    }
    this.#words(readInline(rest, this.#context), place);
  }

  #words(given: readonly Inline[], place: Place): void {
    const { content, startTime } = trimContent(given);
    if (content.length === 0) {
      if (startTime !== undefined) this.#pendingTime = startTime;
      return;
    }
    const time = startTime ?? this.#takeTime();
    this.#passage({ content, ...(time !== undefined && { startTime: time }), place });
  }

  #takeTime(): number | undefined {
    const time = this.#pendingTime;
    this.#pendingTime = undefined;
    return time;
  }

  /** What follows is said by somebody, or is a note when the label is that of a break. */
  #open(label: string, place: Place): void {
    this.#pendingNote = isNoteLabel(label) ? label : undefined;
    if (this.#pendingNote === undefined) {
      this.parts.push({ type: 'speech', label, passages: [], place });
    }
  }

  #passage(passage: Passage): void {
    if (this.#pendingNote !== undefined) {
      this.#note(passage.content, passage.place, this.#pendingNote);
      this.#pendingNote = undefined;
      return;
    }
    const last = this.parts.at(-1);
    if (last?.type === 'speech') last.passages.push(passage);
    else this.parts.push({ type: 'speech', label: null, passages: [passage], place: passage.place });
  }

  #append(part: Chapter | Note | OpenSpeech): void {
    const last = this.parts.at(-1);
    if (part.type === 'speech' && part.label === null && last?.type === 'speech') last.passages.push(...part.passages);
    else this.parts.push(part);
  }

  #isLabel(label: string): boolean {
    if (this.#options.plainLabels === false) return false;
    return this.#options.isName?.(label) === true || isAnonymousLabel(label) || isNoteLabel(label);
  }

  #findLabel(
    nodes: readonly PhrasingContent[],
    source: string,
    place: Place,
  ): Labelled | undefined {
    const bold = findBoldLabel(nodes);
    if (bold) return bold;
    const [first, ...others] = nodes;
    if (first?.type !== 'text' || this.#options.plainLabels === false) return undefined;
    const match = /^([^:：\n]{1,60})([:：])(?=\s|$|(?<=：))/u.exec(first.value.trimStart());
    if (!match) return undefined;
    const label = match[1]!.trim();
    if (isEscaped(source)) return undefined;
    if (this.#isLabel(label)) {
      const rest = first.value.trimStart().slice(match[0].length);
      return { label, rest: rest === '' ? others : [{ ...first, value: rest }, ...others] };
    }
    if (looksLikeLabel(label, match[2]!)) this.#complainOfUnknown(label, place);
    return undefined;
  }

  #complainOfUnknown(label: string, place: Place): void {
    this.#context.problems.push({
      rule: 'unknown-label',
      severity: 'error',
      file: this.#context.file,
      place,
      message: `Unexpected label \`${label}\`, expected the name of a speaker`,
      mend: `If it is speech, type \`${label}\\:\`. If somebody speaks, add \`content/speakers/${slugOf(label) || 'their-name'}.md\` with \`name: ${label}\`, or name them under \`speakers:\` in the front matter.`,
    });
  }

  #complainOfLabels(items: readonly string[], place: Place): void {
    const label = items
      .map((item) => /^\s*([^:：\n]{1,60})[:：]/u.exec(item)?.[1]?.trim())
      .find((name) => name !== undefined && this.#options.isName?.(name));
    if (label === undefined) return;
    this.#context.problems.push({
      rule: 'label-in-list',
      severity: 'warning',
      file: this.#context.file,
      place,
      message: `Unexpected label \`${label}\` in a list, expected it at the start of a paragraph`,
      mend: 'A list belongs to one speaker. Take away the marks before the lines, and leave an empty line between two speakers.',
    });
  }
}

interface OpenSpeech extends Speech {
  readonly passages: Passage[];
}

/** `**Name:** text` or `**Name**: text`. */
function findBoldLabel(nodes: readonly PhrasingContent[]): Labelled | undefined {
  const [first, second, ...others] = nodes;
  if (first?.type !== 'strong') return undefined;
  const words = wordsOf(first).replace(/\s+/g, ' ').trim();
  const rest = second === undefined ? [] : [second, ...others];
  const inside = /^(.+?)\s*[:：]$/u.exec(words)?.[1];
  if (inside !== undefined) return { label: inside, rest };
  if (words === '' || second?.type !== 'text') return undefined;
  const colon = /^\s*[:：]/u.exec(second.value);
  if (!colon) return undefined;
  const value = second.value.slice(colon[0].length);
  return { label: words, rest: value === '' ? others : [{ ...second, value }, ...others] };
}

/** `Word\: text` says that it is speech: the parser drops the backslash, the source still has it. */
const isEscaped = (source: string): boolean => /^[^:：]*\\[:：]/u.test(source);

/** Some lines of a paragraph that one speaker says. */
interface ParagraphLines {
  readonly nodes: readonly PhrasingContent[];
  /** The source of the first of them. */
  readonly source: string;
  /** How many lines of the paragraph stand before. */
  readonly below: number;
}

/**
 * The lines of a paragraph, cut where a line starts with a label: people forget the empty line between
 * two speakers.
 */
function splitAtLabels(
  nodes: readonly PhrasingContent[],
  source: readonly string[],
  isLabel: (label: string) => boolean,
): ParagraphLines[] {
  const groups: { nodes: PhrasingContent[]; source: string; below: number }[] = [];
  let line = 0;
  const open = (): PhrasingContent[] => {
    const group = { nodes: [], source: source[line] ?? '', below: line };
    groups.push(group);
    return group.nodes;
  };
  let group = open();
  let startsLine = false;
  nodes.forEach((node, index) => {
    if (startsLine && findBoldLabel(nodes.slice(index))) group = open();
    if (node.type !== 'text') {
      group.push(node);
      startsLine = node.type === 'break';
      line += node.type === 'break' ? 1 : wordsOf(node).split('\n').length - 1;
      return;
    }
    let kept = '';
    node.value.split('\n').forEach((text, number) => {
      if (number > 0) line++;
      const label =
        (number > 0 || startsLine) && /^\s*([^:：]{1,60})[:：](?=\s|$|(?<=：))/u.exec(text)?.[1]?.trim();
      if (label && isLabel(label) && !isEscaped(source[line] ?? '')) {
        if (kept !== '') group.push({ ...node, value: kept });
        group = open();
        kept = text;
      } else kept += number > 0 ? `\n${text}` : text;
    });
    if (kept !== '') group.push({ ...node, value: kept });
    startsLine = /\n\s*$/.test(node.value);
  });
  return groups.filter((lines) => lines.nodes.length > 0);
}

const particles = 'de|da|du|di|del|della|van|von|der|den|ter|bin|ibn|al|el|la|le|y|e|of|the|and|und|et';
const casedLabel = new RegExp(`^\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\d{1,3}|${particles})){0,3}$`, 'u');
const hanLabel = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·]{1,6}$/u;
const caselessLabel = /^(?:\p{Lo}\p{M}*){2,12}(?: (?:\p{Lo}\p{M}*){2,12}){0,2}$/u;

/** Whether words before a colon look like somebody's name, in a script with capitals or without. */
export function looksLikeLabel(words: string, colon = ':'): boolean {
  if (casedLabel.test(words) || hanLabel.test(words)) return true;
  return colon === ':' && caselessLabel.test(words);
}

