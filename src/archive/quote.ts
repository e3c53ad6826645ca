import type { Inline } from './model.ts';

/**
 * The text of a quote without its marks.
 *
 * plainText(['Nobody ', { type: 'emphasis', children: ['wrote'] }, ' them down.']) // => 'Nobody wrote them down.'
 */
export function plainText(content: readonly Inline[]): string {
  const [first] = content;
  if (content.length === 1 && typeof first === 'string') return first;
  let text = '';
  for (const inline of content) {
    if (typeof inline === 'string') text += inline;
    else if (inline.type === 'code') text += inline.text;
    else if (inline.type === 'break') text += '\n';
    else if (inline.type !== 'time') text += plainText(inline.children);
  }
  return text;
}
