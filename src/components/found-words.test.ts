import { describe, expect, it } from 'vitest';
import type { FoundQuote, Inline } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { serializeInline } from '../formats/html.ts';
import { markerOf } from './found-words.ts';

/** The HTML of a content in which every occurrence of some words is marked. */
function mark(content: readonly Inline[], ...words: string[]): string {
  const text = plainText(content).replace(/\s+/g, ' ').trim();
  const ranges: FoundQuote['ranges'] = words
    .map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length])
    .sort(([a], [b]) => a - b);
  return serializeInline(content, '/', markerOf(ranges));
}

describe('marks', () => {
  it('never make HTML of what was said', () =>
    expect(mark(['A <b>fog</b> & "fog"'], '<b>')).toBe(
      'A <mark>&lt;b&gt;</mark>fog&lt;/b&gt; &amp; &quot;fog&quot;',
    ));

  it('are none where nothing is found', () =>
    expect(serializeInline(['Some fog.'], '/', markerOf([]))).toBe('Some fog.'));

  it('stand within emphasis, code and links', () => {
    const content: Inline[] = [
      'Fog, ',
      { type: 'emphasis', children: ['more fog'] },
      ' ',
      { type: 'code', text: 'fog' },
      { type: 'link', url: '/topics/fog/', children: ['of fogs'] },
    ];
    expect(mark(content, 'more', 'fogs')).toBe(
      'Fog, <em><mark>more</mark> fog</em> <code>fog</code><a href="/topics/fog/">of <mark>fogs</mark></a>',
    );
  });

  it('go on where emphasis begins and ends', () =>
    expect(mark(['A fish ', { type: 'strong', children: ['mar'] }, 'ket.'], 'fish market')).toBe(
      'A <mark>fish </mark><strong><mark>mar</mark></strong><mark>ket</mark>.',
    ));

  it('count white space as one blank, across lines and pieces, and not at the start', () => {
    expect(mark(['\n  The  old\n fish ', ' ', '\tmarket'], 'fish market')).toBe(
      '\n  The  old\n <mark>fish </mark><mark> </mark><mark>\tmarket</mark>',
    );
    expect(mark(['fish', { type: 'break' }, 'market'], 'fish market')).toBe(
      '<mark>fish</mark><mark><br></mark><mark>market</mark>',
    );
  });

  it('leave times alone', () =>
    expect(mark([{ type: 'time', seconds: 61 }, 'fog and fog'], 'and')).toBe(
      '<time>1:01</time> fog <mark>and</mark> fog',
    ));

  it('part no character', () =>
    expect(mark(['港口的燈塔 𠮷野'], '燈塔', '𠮷')).toBe(
      '港口的<mark>燈塔</mark> <mark>𠮷</mark>野',
    ));
});
