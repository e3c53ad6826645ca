import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline, Passage, Speech, Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { anyTranscript as transcripts, text, time } from '../testing/any-transcript.ts';
import { push } from './inline.ts';
import { parseMarkdown } from './markdown.ts';
import { serializeEpisode, serializeMarkdown } from './markdown-writer.ts';

const place = { line: 1, column: 1 };
const speech = (label: string | null, ...contents: (readonly Inline[])[]): Speech => ({
  type: 'speech',
  label,
  place,
  passages: contents.map((content) => ({ content, place })),
});
const written = (...contents: (readonly Inline[])[]): string =>
  serializeMarkdown({ parts: [speech(null, ...contents)] });

/** What a transcript says, places aside. A web address that links to itself is the address. */
const bare = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, item: unknown) => {
      if (key === 'place') return undefined;
      return key === 'content' || key === 'children' ? flatLinks(item as Inline[]) : item;
    }),
  );

function flatLinks(content: readonly Inline[]): Inline[] {
  const flat: Inline[] = [];
  for (const inline of content) {
    const isOwn =
      typeof inline !== 'string' &&
      inline.type === 'link' &&
      inline.url
        .replace(/^(?:mailto:|http:\/\/)/, '')
        .endsWith(plainText(inline.children).replace(/^http:\/\//, ''));
    push(flat, isOwn ? plainText(inline.children) : inline);
  }
  return flat;
}

const read = (markdown: string) => parseMarkdown(markdown, { file: 'content/episodes/a/b.md' });

describe('the one form', () => {
  it('is what people would type', () => {
    const transcript: Transcript = {
      parts: [
        { type: 'chapter', title: 'The first tables', startTime: 252, place },
        {
          type: 'speech',
          label: 'Jo Field',
          place,
          passages: [
            {
              content: ['Nobody wrote them down, 5 * 3 of [them] - or <3?'],
              startTime: 273,
              place,
            },
            { content: ['And then: ', { type: 'emphasis', children: ['everybody'] }, '.'], place },
          ],
        },
        { type: 'note', content: ['laughter'], place },
        { type: 'note', label: 'Break', content: [], startTime: 300, place },
        speech('唐鳳', ['好的']),
      ],
    };
    expect(serializeMarkdown(transcript)).toBe(`## The first tables [00:04:12]

**Jo Field:** [00:04:33] Nobody wrote them down, 5 * 3 of [them] - or <3?

And then\\: *everybody*.

> laughter

**Break:** [00:05:00]

**唐鳳:** 好的
`);
    expect(bare(read(serializeMarkdown(transcript)))).toEqual(bare({ transcript, problems: [] }));
  });

  it('stands below its front matter', () => {
    expect(serializeEpisode({ title: 'Tides' }, { parts: [speech('Jo', ['Yes.'])] })).toBe(
      '---\ntitle: Tides\n---\n\n**Jo:** Yes.\n',
    );
  });

  it.each([
    ['snake_case, 5 * 3, [laughs], a-b, 1.5, <3, R&D, ~5 minutes', 'as it is'],
    ['*stars* and _lines_', '\\*stars\\* and \\_lines\\_'],
    ['# no chapter', '\\# no chapter'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['> no note', '\\> no note'],
    ['---', '\\---'],
    ['Bitcoin: it grew', 'Bitcoin\\: it grew'],
    ['他說：好', '他說\\：好'],
    ['[laughter]', '&#91;laughter]'],
    ['（笑）', '&#65288;笑）'],
    ['<b>bold</b> &amp; `code`', '\\<b>bold\\</b> \\&amp; \\`code\\`'],
    ['[note]: hello', '[note]\\: hello'],
    ['see [this](that)', 'see [this\\](that)'],
    ['6:09:50 was late', '6:09:50 was late'],
    ['https://example.org/a_b?c=1', 'as it is'],
    ['https://example.org/*b', 'https\\://example.org/\\*b'],
  ])('writes %j readably', (text, expected) => {
    const markdown = written([text]);
    expect(markdown).toBe(`${expected === 'as it is' ? text : expected}\n`);
    expect(bare(read(markdown).transcript)).toEqual(bare({ parts: [speech(null, [text])] }));
    expect(read(markdown).problems).toEqual([]);
  });

  it('keeps an answer that looks like a time', () => {
    const transcript = { parts: [speech('Jo', ['12:30:15'])] };
    expect(serializeMarkdown(transcript)).toBe('**Jo:** 12\\:30\\:15\n');
    expect(bare(read(serializeMarkdown(transcript)).transcript)).toEqual(bare(transcript));
  });

  it('keeps two lists in a row apart', () => {
    const list = (text: string): Passage => ({ content: [text], block: 'list', place });
    const parts = [
      { ...speech('Jo'), passages: [list('• a'), list('• b'), list('1. c'), list('1. d')] },
    ];
    expect(bare(read(serializeMarkdown({ parts })).transcript)).toEqual(bare({ parts }));
  });

  it('leaves out marks that Markdown cannot carry, and never the words', () => {
    const star = (...children: Inline[]): Inline => ({ type: 'emphasis', children });
    const content = [star('a', star('b', star('c'))), star('d'), 'e'];
    expect(plainText(firstContent(written(content)))).toBe('abcde');
  });
});

const firstContent = (markdown: string): readonly Inline[] => {
  const [first] = read(markdown).transcript.parts;
  return first?.type === 'speech' ? (first.passages[0]?.content ?? []) : [];
};

// ——— Any transcript ————————————————————————————————————————————————————————

describe('any transcript', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        expect(bare(read(serializeMarkdown(transcript)).transcript)).toEqual(bare(transcript));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('is complained about neither by its labels nor by its words', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        expect(read(serializeMarkdown(transcript)).problems).toEqual([]);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  /** Marks anywhere, within one another, beside one another. */
  const wild = fc.letrec<{ inline: Inline }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.constant<Inline>({ type: 'break' }),
      fc
        .array(tie('inline'), { minLength: 1, maxLength: 3 })
        .map((children): Inline => ({ type: 'emphasis', children })),
      fc
        .array(tie('inline'), { minLength: 1, maxLength: 3 })
        .map((children): Inline => ({ type: 'strong', children })),
      fc
        .array(text, { minLength: 1, maxLength: 2 })
        .map((children): Inline => ({ type: 'link', url: 'https://example.org/', children })),
      text.map((words): Inline => ({ type: 'code', text: words })),
    ),
  }));

  it('keeps every word, whatever its marks', () => {
    const words = (given: readonly Inline[]): string => plainText(given).replace(/\s+/g, '');
    fc.assert(
      fc.property(fc.array(wild.inline, { minLength: 1, maxLength: 4 }), (given) => {
        fc.pre(!time.test(plainText(given)) && words(given) !== '');
        const { parts } = read(serializeMarkdown({ parts: [speech('Jo', given)] })).transcript;
        expect(parts.map((one) => one.type)).toEqual(['speech']);
        expect(
          parts[0]!.type === 'speech' &&
            parts[0]!.passages.map((one) => words(one.content)).join(''),
        ).toBe(words(given));
      }),
      { numRuns: 2000, seed: 9 },
    );
  });

  it('written twice is the same file, addresses in plain text aside', () => {
    fc.assert(
      fc.property(fc.array(wild.inline, { minLength: 1, maxLength: 4 }), (given) => {
        // They become links when they are read.
        fc.pre(!/:\/\/|www|@/.test(plainText(given)));
        const once = serializeMarkdown(
          read(serializeMarkdown({ parts: [speech('Jo', given)] })).transcript,
        );
        expect(serializeMarkdown(read(once).transcript)).toBe(once);
      }),
      { numRuns: 1000, seed: 10 },
    );
  });
});
