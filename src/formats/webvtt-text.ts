import parsers, { type WebVttNode } from 'webvtt-parser';
import type { Inline } from '../archive/model.ts';

export type { WebVttNode } from 'webvtt-parser';

/** What one voice says in a cue. Without a label the cue does not say who. */
export interface VoiceText {
  readonly label?: string;
  readonly content: Inline[];
}

/** The names of characters that captions use; others stay as they are typed. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&nbsp;': '\u00a0',
  '&shy;': '\u00ad',
  '&ndash;': '–',
  '&mdash;': '—',
  '&hellip;': '…',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&eacute;': 'é',
};

/** Tags in one cue up to which they are understood; beyond, nobody meant them, and only the words count. */
const mostTags = 500;
const tag = /<[^<>]*>?/g;

/**
 * The text of a cue as a tree, by the rules of WebVTT. Tags that it does not know vanish, their words stay.
 *
 * Specification: https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules
 */
export function parseCueTree(text: string): readonly WebVttNode[] {
  const isSane = text.split('<', mostTags + 2).length <= mostTags;
  const told = isSane ? text : text.replace(tag, '');
  return new parsers.WebVTTCueTextParser(told, () => {}, 'captions', { ...entities }).parse(
    0,
    Infinity,
  ).children;
}

/**
 * What is said in a cue, voice by voice, with emphasis; its lines stay lines. Ruby stands in brackets behind what
 * it explains; times inside a cue are left out.
 *
 * parseCueText('<v Jo Field>Nobody <i>wrote</i> them.') // =>
 * [{ label: 'Jo Field', content: ['Nobody ', { type: 'emphasis', children: ['wrote'] }, ' them.'] }]
 */
export function parseCueText(text: string): VoiceText[] {
  if (!/[<&]/.test(text)) return text.trim() === '' ? [] : [{ content: [text] }];
  const voices: VoiceText[] = [];
  readVoices(parseCueTree(text), undefined, voices);
  return voices.filter(({ content }) => content.some((inline) => wordsIn(inline)));
}

const wordsIn = (inline: Inline): boolean =>
  typeof inline === 'string' ? inline.trim() !== '' : true;

function readVoices(
  nodes: readonly WebVttNode[],
  label: string | undefined,
  voices: VoiceText[],
): void {
  for (const node of nodes) {
    if (node.name === 'v') {
      // The parser leaves the characters of a name as they are typed.
      const name = String(node.value ?? '')
        .replace(/&[a-z]{1,8};/g, (typed) => entities[typed] ?? typed)
        .trim();
      readVoices(node.children ?? [], name === '' ? label : name, voices);
      continue;
    }
    const last = voices.at(-1);
    if (last && last.label === label) pushAll(last.content, inlineOf(node));
    else voices.push({ ...(label !== undefined && { label }), content: [...inlineOf(node)] });
  }
}

function inlineOf({ type, name, value, children = [] }: WebVttNode): readonly Inline[] {
  if (type === 'text') return value === '' || value === undefined ? [] : [String(value)];
  if (type === 'timestamp') return [];
  const inside: Inline[] = [];
  for (const child of children) pushAll(inside, inlineOf(child));
  if (inside.length === 0) return [];
  if (name === 'i') return [{ type: 'emphasis', children: inside }];
  if (name === 'b') return [{ type: 'strong', children: inside }];
  return name === 'rt' ? [' (', ...inside, ')'] : inside;
}

function pushAll(content: Inline[], added: readonly Inline[]): void {
  for (const inline of added) {
    const last = content.at(-1);
    if (typeof last === 'string' && typeof inline === 'string')
      content[content.length - 1] = last + inline;
    else content.push(inline);
  }
}
