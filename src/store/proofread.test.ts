import { describe, expect, it } from 'vitest';
import { front } from '../testing/content.ts';
import { parseContent } from './content.ts';
import { proofreadContent } from './proofread.ts';

/** What a careful reader would ask about an episode, each as `rule line`. */
function told(body: string, facts = 'title: Tides', name = 'tides.md'): string[] {
  const files = Object.entries({
    'archive.yaml': 'title: Harbour\nurl: https://example.org/\n',
    'shows/talk.md': front('title: Talk'),
    'speakers/jo-field.md': front('name: Jo Field'),
    'speakers/mira-okafor.md': front('name: Mira Okafor'),
    [`episodes/talk/${name}`]: front(facts, body),
  }).map(([path, text]) => ({ path, file: path, text }));
  const { sources } = parseContent(files, { shownAs: 'content' });
  return proofreadContent(files, sources).map(({ rule, place }) => `${rule} ${place?.line ?? 1}`);
}

describe('a careful reader', () => {
  it('asks nothing about a transcript as it should be', () => {
    expect(
      told('**Jo Field:** [00:00:04] Nobody wrote them down.\n\n**Mira Okafor:** No.'),
    ).toEqual([]);
  });

  it('asks about a name in bold without a colon, alone or before words', () => {
    expect(told('**Jo Field:** Yes.\n\n**Mira Okafor**\n\nNo.')).toEqual(['label-without-colon 7']);
    expect(told('**Jo Field:** Yes.\n\n**Mira Okafor** I heard it.')).toEqual([
      'label-without-colon 7',
    ]);
    expect(
      told('**Jo Field:** [00:00:04] **Nobody** wrote them down, said **Mira Okafor**.'),
    ).toEqual([]);
  });

  it('asks about a time that is far before the one above it, not about people who speak at once', () => {
    const twice = (time: string): string =>
      `**Jo Field:** [00:01:00] Yes.\n\n**Mira Okafor:** [${time}] No.`;
    expect(told(twice('00:00:55'))).toEqual([]);
    expect(told(twice('00:00:54'))).toEqual(['time-order 7']);
  });

  it('asks about a time behind the end', () => {
    const late = '**Jo Field:** [00:01:00] Yes.';
    expect(told(late, 'title: Tides\nduration: 60')).toEqual([]);
    expect(told(late, 'title: Tides\nduration: 50')).toEqual(['time-beyond 6']);
  });

  it('asks who a numbered voice is, unless somebody said it', () => {
    const numbered = '**Speaker 1:** Yes.\n\n**SPEAKER_02:** No.';
    expect(told(numbered)).toEqual(['unnamed-speaker 5']);
    expect(
      told(numbered, 'title: Tides\nspeakers: { Speaker 1: jo-field, SPEAKER_02: mira-okafor }'),
    ).toEqual([]);
  });

  it('asks about long words said twice in a row, not about a short answer', () => {
    const twice = (words: string): string => `**Jo Field:** ${words}\n\n${words}`;
    expect(told(twice('Yes, yes.'))).toEqual([]);
    expect(told(twice('Nobody wrote them down before the harbour office did.'))).toEqual([
      'repeated-paragraph 7',
    ]);
  });

  it('reads on where front matter is wrong', () => {
    expect(told('**Mira Okafor** I heard it.', 'title: Tides\ndate: 2.3.2024')).toEqual([
      'label-without-colon 6',
    ]);
  });
});
