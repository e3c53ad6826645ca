import type { Chapter } from '../archive/model.ts';
import { parseMarkdown } from './markdown.ts';
import { share, stemOf, type Family, type SourceFile } from './source.ts';

const day = /^(\d{4}-\d{2}-\d{2})[\s-]*/;

/**
 * Markdown in which every turn has a heading, `### Name：`, below a title with the date. A file
 * `.alternates` pairs translations. As in https://github.com/audreyt/transcript
 */
export const headedTurns: Family = {
  name: 'headed-turns',
  detect: (files) => share(files, ({ text }) => /^# /.test(text) && /^### .+[:：]\s*$/m.test(text)),
  reject: ({ path, text }) =>
    path.endsWith('.md') &&
    /^# /.test(text.replace(/^\ufeff/, '')) &&
    !/(?:^|\/)(?:README|CONTRIBUTING|LICENSE|SOURCE)\.md$/i.test(path)
      ? undefined
      : 'no transcript',
  read: (file, all) => {
    const text = file.text.replace(/^\ufeff/, '');
    const [heading = ''] = text.split('\n', 1);
    const body = text.slice(heading.length);
    const title = heading.slice(2).trim();
    const date = (day.exec(title) ?? day.exec(stemOf(file.path)))?.[1];
    const { transcript, problems } = parseMarkdown(body, { file: file.path, plainLabels: false });
    const original = findOriginal(file.path, all);
    return {
      path: file.path,
      facts: {
        title: title.replace(day, '') || stemOf(file.path),
        date,
        language: guessLanguage(body),
      },
      // A heading without a colon, with a name that has one elsewhere in the file, is that speaker's.
      transcript: { parts: joinBareHeadings(transcript.parts) },
      topics: [],
      ...(original !== undefined && { translationOf: original }),
      problems,
    };
  },
  showTitle: () => undefined,
};

function joinBareHeadings(
  parts: ReturnType<typeof parseMarkdown>['transcript']['parts'],
): typeof parts {
  const labels = new Set(
    parts.flatMap((part) => (part.type === 'speech' && part.label !== null ? [part.label] : [])),
  );
  const joined: (typeof parts)[number][] = [];
  let named: Chapter | undefined;
  for (const part of parts) {
    if (part.type === 'chapter' && labels.has(part.title)) {
      named = part;
      joined.push({ type: 'speech', label: part.title, passages: [], place: part.place });
    } else if (named && part.type === 'speech' && part.label === null) {
      joined[joined.length - 1] = { ...part, label: named.title };
      named = undefined;
    } else {
      named = undefined;
      joined.push(part);
    }
  }
  return joined;
}

/** The first of a pair in `.alternates`, for the second. */
function findOriginal(path: string, all: ReadonlyMap<string, SourceFile>): string | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const pairs = all.get(`${folder}.alternates`)?.text.split('\n') ?? [];
  for (const pair of pairs) {
    const [first, second] = pair.split('\t').map((name) => name.trim());
    if (first && second && folder + second === path && all.has(folder + first))
      return folder + first;
  }
  return undefined;
}

/** Words that are frequent in one of these languages and in no other of them. */
const frequent = {
  en: /\b(?:the|and|is|that)\b/gi,
  fr: /\b(?:les|des|est|une)\b/gi,
  eo: /\b(?:estas|kaj|tio|mi)\b/gi,
};

/**
 * The language of a text, told by its script and, for Latin letters, by a few frequent words.
 *
 * guessLanguage('潮汐表是這樣寫的。') // => 'zh-Hant'
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 40_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana > 50 && kana > han / 3) return 'ja';
  if (han > count(/\p{Script=Latin}/gu) / 4) return 'zh-Hant';
  if (count(/\p{Script=Arabic}/gu) > sample.length / 4) return 'ar';
  const [best] = Object.entries(frequent)
    .map(([language, pattern]) => [language, count(pattern)] as const)
    .sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : 'en';
}
