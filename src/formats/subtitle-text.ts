import type { Inline } from '../archive/model.ts';

/** HTML-like tags, whatever they are called, and the position codes of subtitle editors. */
const mark = /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>|\{\\[^{}]*\}/gi;

const entity = /&(amp|lt|gt|quot|apos|nbsp|#39|#160);/g;
const meant: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  '#39': "'",
  '#160': '\u00a0',
};

/**
 * The words of a subtitle, with what is in italics as emphasis; every other tag vanishes and its words stay. Its
 * lines stay lines.
 *
 * parseSubtitle('{\\an8}Nobody <i>wrote</i> <font color="red">them</font>.') // =>
 * ['Nobody ', { type: 'emphasis', children: ['wrote'] }, ' them.']
 */
export function parseSubtitle(text: string): Inline[] {
  const content: Inline[] = [];
  let isItalic = false;
  let from = 0;
  const add = (to: number): void => {
    const words = text.slice(from, to).replace(entity, (_, name: string) => meant[name]!);
    if (words === '') return;
    const last = content.at(-1);
    if (isItalic && words.trim() !== '') {
      if (typeof last === 'object' && last.type === 'emphasis' && from > 0)
        content[content.length - 1] = { ...last, children: [...last.children, words] };
      else content.push({ type: 'emphasis', children: [words] });
    } else if (typeof last === 'string') content[content.length - 1] = last + words;
    else content.push(words);
  };
  for (const match of text.matchAll(mark)) {
    add(match.index);
    from = match.index + match[0].length;
    if (match[2]?.toLowerCase() === 'i') isItalic = match[1] === '';
  }
  add(text.length);
  return content;
}
