import { describe, expect, it } from 'vitest';
import { plainText } from './quote.ts';

describe('plainText', () => {
  it('leaves out marks and times, and keeps line breaks', () => {
    expect(
      plainText([
        'Nobody ',
        { type: 'emphasis', children: ['wrote', { type: 'time', seconds: 4 }] },
        { type: 'break' },
        { type: 'code', text: 'them' },
        ' ',
        { type: 'link', url: 'https://example.org', children: ['down'] },
        '.',
      ]),
    ).toBe('Nobody wrote\nthem down.');
  });
});
