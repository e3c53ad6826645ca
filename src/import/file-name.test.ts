import { describe, expect, it } from 'vitest';
import { readFileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['2024-03-02 The Tide Tables.vtt', { title: 'The Tide Tables', date: '2024-03-02' }],
    ['talks/the-tide-tables_20240302.srt', { title: 'The Tide Tables', date: '2024-03-02' }],
    ['Fog Signals (2024-03-02).srt', { title: 'Fog Signals', date: '2024-03-02' }],
    ['captions.pt-BR.vtt', { title: 'Captions', language: 'pt-BR' }],
    ['2015-08-23-演講-開放^資料.json', { title: '演講 開放^資料', date: '2015-08-23' }],
    ['episode-12.vtt', { title: 'Episode 12' }],
  ])('%s', (name, facts) => expect(readFileName(name, ['.vtt', '.srt'])).toMatchObject(facts));

  it('makes no day of what is none, and no language', () => {
    expect(readFileName('2024-13-45 Talk.vtt').date).toBeUndefined();
    expect(readFileName('12345678.vtt').date).toBeUndefined();
    expect(readFileName('talk.qqx.vtt').language).toBeUndefined();
    expect(readFileName('1965.g6-t01.json').stem).toBe('1965.g6-t01');
  });

  it('has no title where there is no letter', () => {
    expect(readFileName('---.vtt').title).toBe('');
    expect(readFileName('2024-03-02.vtt')).toMatchObject({ title: '', date: '2024-03-02' });
  });

  it('cuts the longest ending of its format, and any other one', () => {
    expect(readFileName('meeting.an.xml', ['.an.xml', '.xml']).stem).toBe('meeting');
    expect(readFileName('TEC').stem).toBe('TEC');
    expect(readFileName('.vtt').stem).toBe('.vtt');
  });
});
