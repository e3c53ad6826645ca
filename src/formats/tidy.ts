import type { Inline } from '../archive/model.ts';

/**
 * Content as a quote has it: runs of blanks as one, none around, neighbouring texts as one, no break at its ends.
 *
 * tidyContent([' Nobody', '  wrote ', { type: 'break' }]) // => ['Nobody wrote']
 */
export function tidyContent(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (typeof inline === 'string' && typeof last === 'string')
      joined[joined.length - 1] = (last + inline).replace(/\s+/g, ' ');
    else joined.push(typeof inline === 'string' ? inline.replace(/\s+/g, ' ') : inline);
  }
  while (joined.length > 0 && isBlank(joined[0]!)) joined.shift();
  while (joined.length > 0 && isBlank(joined.at(-1)!)) joined.pop();
  if (typeof joined[0] === 'string') joined[0] = joined[0].trimStart();
  const last = joined.at(-1);
  if (typeof last === 'string') joined[joined.length - 1] = last.trimEnd();
  return joined;
}

const isBlank = (inline: Inline): boolean =>
  typeof inline === 'string' ? inline.trim() === '' : inline.type === 'break';
