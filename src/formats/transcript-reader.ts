import type {
  Blockquote,
  Code,
  Heading,
  Html,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { isAnonymousLabel, isNoteLabel } from '../archive/label.ts';
import type { Chapter, Inline, Note, Passage, Place, Speech } from '../archive/model.ts';
import { parseTimestamp } from '../archive/time.ts';
import { readCode, readList, readTable } from './block.ts';
import {
  oneLine,
  placeOf,
  readInline,
  trimContent,
  typedText,
  wordsOf,
  type InlineContext,
} from './inline.ts';
import {
  findBoldLabel,
  isEscaped,
  looksLikeLabel,
  parseLabel,
  parseLeadingTime,
  type Labelled,
} from './label.ts';
import { insideBrackets, splitAtLabels, withoutEscape, type ParagraphPart } from './paragraph.ts';
import {
  labelInBlock,
  openCode,
  underlined,
  unknownLabel,
  type Complaint,
} from './transcript-problem.ts';

interface ReaderOptions {
  readonly isName?: (label: string) => boolean;
  readonly plainLabels?: boolean;
  readonly parse: (markdown: string) => Root;
}

interface OpenSpeech extends Speech {
  readonly passages: Passage[];
}

/** Reads the blocks of a Markdown file, in order, into the parts of a transcript. */
export class TranscriptReader {
  readonly #parts: (Chapter | Note | OpenSpeech)[] = [];
  readonly #options: ReaderOptions;
  readonly #context: InlineContext;
  /** A time that stood alone, for the words after it. With `words` it had no brackets and may be speech. */
  #pending: { seconds: number; words?: string; place: Place } | undefined;
  /** The heading of a break: until the next label, what follows is a note. */
  #noteLabel: string | undefined;

  constructor(context: InlineContext, options: ReaderOptions) {
    this.#context = context;
    this.#options = options;
  }

  readAll(nodes: readonly RootContent[]): void {
    for (const node of nodes) this.#read(node);
  }

  /** What was read, when nothing more comes. */
  finish(): readonly (Chapter | Note | Speech)[] {
    this.#flush();
    return this.#parts;
  }

  #read(node: RootContent): void {
    const place = placeOf(node, this.#context.firstLine);
    switch (node.type) {
      case 'paragraph':
        for (const part of this.#split(node)) {
          this.#paragraph(
            part,
            part.below === 0 ? place : { line: place.line + part.below, column: 1 },
          );
        }
        break;
      case 'heading':
        this.#heading(node, place);
        break;
      case 'blockquote':
        this.#complainOfLabels(node.children.map(wordsOf), 'a block quote', place);
        this.#quote(node, place);
        break;
      case 'list':
        this.#complainOfLabels(node.children.map(wordsOf), 'a list', place);
        this.#passage({ content: readList(node, this.#context), block: 'list', place });
        break;
      case 'table':
        this.#passage({ content: readTable(node, this.#context), block: 'table', place });
        break;
      case 'code':
        this.#code(node, place);
        break;
      case 'html':
        this.#html(node, place);
        break;
      case 'thematicBreak':
        break;
      case 'definition':
        if (!this.#context.definitions.has(node.identifier)) {
          this.#passage({ content: [oneLine(typedText(node, this.#context))], place });
        }
        break;
      default: {
        const words = oneLine(wordsOf(node));
        if (words !== '') this.#passage({ content: [words], place });
      }
    }
  }

  #code(node: Code, place: Place): void {
    const typed = typedText(node, this.#context);
    if (!/^(?:`{3}|~{3})/.test(typed)) {
      // Four blanks before a paragraph make it code for Markdown; people who type them mean words.
      this.#readInside(node.value.replace(/^[ \t]+/gm, ''), place);
      return;
    }
    if (!/\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/.test(typed)) {
      this.#complain(place, openCode(typed.slice(0, 3)));
    }
    this.#complainOfLabels(node.value.split('\n'), 'a block of code', place);
    this.#passage({ content: readCode(node), block: 'code', place });
  }

  /** A block of HTML is shown as it was typed; labels in it are labels. */
  #html(node: Html, place: Place): void {
    this.#readInside(node.value.replace(/^[ \t]*</gm, '\\<').replace(/^[ \t]+/gm, ''), place);
  }

  /** Reads a text that stands inside a block, as if it stood alone. */
  #readInside(source: string, place: Place): void {
    const context = { ...this.#context, source, firstLine: place.line };
    const inner = new TranscriptReader(context, this.#options);
    inner.readAll(this.#options.parse(source).children);
    for (const part of inner.finish()) {
      if (part.type === 'speech' && part.label === null)
        for (const passage of part.passages) this.#passage(passage);
      else {
        this.#flush();
        this.#parts.push(part.type === 'speech' ? { ...part, passages: [...part.passages] } : part);
      }
    }
  }

  #heading(node: Heading, place: Place): void {
    const typed = typedText(node, this.#context);
    if (!typed.trimStart().startsWith('#')) {
      // `===` or `---` below a paragraph: rather speech with a line under it than a chapter by accident.
      this.#complain(place, underlined(oneLine(wordsOf(node))));
      this.#read({ ...node, type: 'paragraph' } as unknown as Paragraph);
      return;
    }
    const words = oneLine(wordsOf(node));
    const label = /^(.+?)\s*[:：]$/u.exec(words)?.[1];
    if (
      label !== undefined &&
      !/(?:(?<=(?<!\\)(?:\\\\)*)(?:\\[:：]|&#(?:xff1a|65306|x3a|58);))\**[ \t]*#*[ \t]*$/iu.test(
        typed,
      )
    ) {
      this.#open(label, place);
      if (this.#isNote(label)) this.#noteLabel = label;
      return;
    }
    this.#flush();
    const text = /(?<!\\)\\：[ \t]*#*[ \t]*$/u.test(typed) ? words.replace(/\\：$/u, '：') : words;
    const match = /^(?:\[\\?([\d:.,]+)\]\s*)?(.*?)(?:\s*\[\\?([\d:.,]+)\])?$/.exec(text)!;
    const times = [match[1], match[3]].map((stamp) =>
      stamp === undefined ? undefined : parseTimestamp(stamp),
    );
    const startTime = times[0] ?? times[1];
    if (match[2] === '') {
      if (startTime !== undefined) this.#pending = { seconds: startTime, place };
      return;
    }
    this.#noteLabel = undefined;
    const title = startTime === undefined ? text : match[2]!;
    this.#parts.push({
      type: 'chapter',
      title,
      ...(startTime !== undefined && { startTime }),
      place,
    });
  }

  #quote(node: Blockquote, place: Place): void {
    for (const child of node.children) {
      if (child.type === 'blockquote') this.#quote(child, place);
      else if (child.type === 'paragraph' || child.type === 'heading') {
        this.#note(readInline(child.children, this.#context), place);
      } else if (child.type === 'list') this.#note(readList(child, this.#context), place);
      else if (child.type === 'table') this.#note(readTable(child, this.#context), place);
      else if (child.type === 'definition') {
        if (!this.#context.definitions.has(child.identifier))
          this.#note([oneLine(typedText(child, this.#context))], place);
      } else this.#note([oneLine(wordsOf(child))], place);
    }
  }

  #note(given: readonly Inline[], place: Place, label?: string): void {
    const { content, startTime } = trimContent(given);
    if (content.length === 0 && label === undefined) {
      if (startTime !== undefined) this.#pending = { seconds: startTime, place };
      return;
    }
    const time = startTime ?? (label === undefined ? this.#takeTime() : undefined);
    this.#parts.push({
      type: 'note',
      content,
      ...(label !== undefined && { label }),
      ...(time !== undefined && { startTime: time }),
      place,
    });
  }

  /** A paragraph, cut where one of its lines starts with a label. */
  #split(paragraph: Paragraph): ParagraphPart[] {
    const start = paragraph.position?.start.offset ?? 0;
    const end = paragraph.position?.end.offset ?? start;
    const nodes = paragraph.children;
    const [first, second] = nodes;
    // Most paragraphs are one line of text, with a label in bold marks or without.
    const last =
      nodes.length === 2 && first?.type === 'strong'
        ? second
        : nodes.length === 1
          ? first
          : undefined;
    if (last?.type === 'text' && !last.value.includes('\n')) {
      return [
        { nodes, typed: this.#context.source.slice(start, Math.min(end, start + 400)), below: 0 },
      ];
    }
    const typed = this.#context.source.slice(start, end).split('\n');
    return splitAtLabels(nodes, typed, paragraph.position?.start.line ?? 1, (label) =>
      this.#isLabel(label),
    );
  }

  #paragraph({ nodes, typed }: ParagraphPart, place: Place): void {
    const labelled = this.#findLabel(nodes, typed, place);
    const rest = labelled?.rest ?? nodes;
    if (labelled) {
      this.#open(labelled.label, place);
      if (labelled.startTime !== undefined) this.#pending = { seconds: labelled.startTime, place };
      if (this.#isNote(labelled.label)) {
        this.#note(readInline(rest, this.#context), place, labelled.label);
        return;
      }
    }
    const [only] = rest;
    if (labelled && rest.length === 1 && only?.type === 'text') {
      // `Name: 00:01:02` on a line of its own: it is the time of what follows. With the bold marks that
      // could be an answer, so there it must have hours; `12\:30` is always speech.
      const [head = '', ...tail] = only.value.trim().split('\n');
      const seconds = parseTimestamp(head);
      const isTime =
        seconds !== undefined &&
        (!labelled.bold || head.split(':').length === 3) &&
        !/\d\\:\d/.test(typed);
      if (isTime) {
        this.#pending = { seconds, words: head, place };
        this.#words(readInline([{ type: 'text', value: tail.join('\n') }], this.#context), place);
        return;
      }
    }
    if (!labelled) {
      const speech = withoutEscape(rest, typed);
      if (speech) {
        this.#words(readInline(speech, this.#context), place);
        return;
      }
      const inside = insideBrackets(rest, typed);
      if (inside !== undefined) {
        this.#flush();
        this.#note([oneLine(inside)], place);
        return;
      }
    }
    this.#words(readInline(rest, this.#context), place);
  }

  #words(given: readonly Inline[], place: Place): void {
    const { content, startTime } = trimContent(given);
    if (startTime !== undefined) this.#flush();
    if (
      content.every(
        (inline) =>
          typeof inline !== 'string' && (inline.type === 'time' || inline.type === 'break'),
      )
    ) {
      if (startTime !== undefined) this.#pending = { seconds: startTime, place };
      return;
    }
    this.#passage({ content, ...(startTime !== undefined && { startTime }), place });
  }

  #takeTime(): number | undefined {
    const time = this.#pending?.seconds;
    this.#pending = undefined;
    return time;
  }

  /** A bare time after a label that no words follow was an answer: `Jo: 12:30` is what Jo said. */
  #flush(): void {
    const words = this.#pending?.words;
    if (words === undefined) return;
    const { place } = this.#pending!;
    this.#pending = undefined;
    this.#passage({ content: [words], place });
  }

  /** What follows is said by somebody, unless the label is that of a break. */
  #open(label: string, place: Place): void {
    this.#flush();
    this.#noteLabel = undefined;
    if (!this.#isNote(label)) this.#parts.push({ type: 'speech', label, passages: [], place });
  }

  #passage(given: Passage): void {
    const time = given.startTime === undefined ? this.#takeTime() : undefined;
    const passage = time === undefined ? given : { ...given, startTime: time };
    if (this.#noteLabel !== undefined) {
      const { content, startTime, place } = passage;
      this.#parts.push({
        type: 'note',
        content,
        label: this.#noteLabel,
        ...(startTime !== undefined && { startTime }),
        place,
      });
      return;
    }
    const last = this.#parts.at(-1);
    if (last?.type === 'speech') last.passages.push(passage);
    else
      this.#parts.push({ type: 'speech', label: null, passages: [passage], place: passage.place });
  }

  #isNote(label: string): boolean {
    return isNoteLabel(label) && this.#options.isName?.(label) !== true;
  }

  #isLabel(label: string): boolean {
    if (this.#options.plainLabels === false) return false;
    return this.#options.isName?.(label) === true || isAnonymousLabel(label) || isNoteLabel(label);
  }

  #findLabel(nodes: readonly PhrasingContent[], typed: string, place: Place): Labelled | undefined {
    const bold = findBoldLabel(nodes);
    if (bold) return { label: bold.label, rest: bold.rest(), bold: true };
    const [first] = nodes;
    if (first?.type !== 'text') return undefined;
    const time = parseLeadingTime(first.value);
    const timed = time && { startTime: time.seconds };
    if (time?.end === first.value.length) {
      const after = findBoldLabel(nodes, 1);
      return after && { label: after.label, rest: after.rest(), bold: true, ...timed };
    }
    if (this.#options.plainLabels === false) return undefined;
    const text = first.value.slice(time?.end ?? 0);
    const found = parseLabel(text, nodes.length > 1 && nodes[1]!.type !== 'break');
    if (!found || isEscaped(typed)) return undefined;
    if (!this.#isLabel(found.label)) {
      if (looksLikeLabel(found.label, found.colon))
        this.#complain(place, unknownLabel(found.label));
      return undefined;
    }
    const value = text.slice(found.end);
    const others = nodes.slice(1);
    return {
      label: found.label,
      rest: value === '' ? others : [{ ...first, value }, ...others],
      bold: false,
      ...timed,
    };
  }

  #complain(place: Place, complaint: Complaint): void {
    this.#context.problems.push({ ...complaint, file: this.#context.file, place });
  }

  /** Warns of lines inside a block that start with the name of a speaker: the block is one quote. */
  #complainOfLabels(lines: readonly string[], where: string, place: Place): void {
    const label = lines
      .map((line) => /^\s*(?:\*\*)?([^:：\n*]{1,60})(?:\*\*)?[:：]/u.exec(line)?.[1]?.trim())
      .find((name) => name !== undefined && this.#options.isName?.(name));
    if (label !== undefined) this.#complain(place, labelInBlock(label, where));
  }
}
