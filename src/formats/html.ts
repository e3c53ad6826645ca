import type { Inline } from '../archive/model.ts';
import { formatTime } from '../archive/time.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Text as HTML shows it; also safe between double quotes in an attribute.
 *
 * escapeHtml('<b>"') // => '&lt;b&gt;&quot;'
 */
export const escapeHtml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character]!) : text;

/**
 * The content of a quote as HTML: escaped text, emphasis, code, links, times, line breaks, and nothing
 * else. `base` goes before links to the archive itself. `write` makes HTML of each piece of its plain text,
 * in order.
 *
 * serializeInline(['A ', { type: 'emphasis', children: ['<b>'] }], '/') // => 'A <em>&lt;b&gt;</em>'
 */
export function serializeInline(
  content: readonly Inline[],
  base: string,
  write: (text: string) => string = escapeHtml,
): string {
  let html = '';
  for (const inline of content) {
    if (typeof inline === 'string') html += write(inline);
    else if (inline.type === 'emphasis')
      html += `<em>${serializeInline(inline.children, base, write)}</em>`;
    else if (inline.type === 'strong')
      html += `<strong>${serializeInline(inline.children, base, write)}</strong>`;
    else if (inline.type === 'code') html += `<code>${write(inline.text)}</code>`;
    else if (inline.type === 'break') html += write('\n').replace('\n', '<br>');
    else if (inline.type === 'time') html += `<time>${formatTime(inline.seconds)}</time> `;
    else if (inline.type === 'link') {
      html += serializeLink(inline.url, serializeInline(inline.children, base, write), base);
    }
  }
  return html;
}

/** The reader has refused other schemes already; what reaches a page is refused here once more. */
function serializeLink(url: string, words: string, base: string): string {
  if (/^\/(?![/\\])/.test(url))
    return `<a href="${escapeHtml(base.replace(/\/+$/, '') + url)}">${words}</a>`;
  if (/^#/.test(url)) return `<a href="${escapeHtml(url)}">${words}</a>`;
  if (/^(?:https?:\/\/|mailto:)/i.test(url))
    return `<a href="${escapeHtml(url)}" rel="nofollow ugc">${words}</a>`;
  return words;
}
