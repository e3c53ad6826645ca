import { isAnonymousLabel, normalizeLabel } from '../archive/label.ts';
import { parseFrontMatter } from './front-matter.ts';
import { looksLikeLabel, parseMarkdown } from './markdown.ts';
import { share, stemOf, type Family } from './source.ts';
import { titleOf } from './changelog.ts';

const boldLabel = /^\*\*[^*\n]{1,60}(?::\*\*|\*\*\s?[:：])/m;
const plainLabel = /^([^\s:：*#>|`[(<][^:：\n*]{0,40}?)[:：](?=\s)/gmu;

/** Labels that start a paragraph twice, or name nobody in particular. */
function findLabels(body: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [, found = ''] of body.matchAll(plainLabel)) {
    const label = normalizeLabel(found);
    const isSure = isAnonymousLabel(label);
    if (isSure || looksLikeLabel(label))
      counts.set(label, (counts.get(label) ?? 0) + (isSure ? 2 : 1));
  }
  return new Set([...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

/**
 * A transcript in the form that this archive itself has: front matter with its fields, labels in bold; or with
 * neither, `Name: words` in every paragraph. Whatever else the front matter says is told, not taken.
 */
export const ownMarkdown: Family = {
  name: 'markdown',
  // Others are surer of theirs.
  detect: (files) => 0.6 * share(files, (file) => ownMarkdown.reject(file) === undefined),
  reject: ({ path, text }) => {
    if (!/\.(?:md|markdown)$/i.test(path)) return 'not Markdown';
    if (/(?:^|\/)(?:README|CONTRIBUTING|LICENSE|SOURCE|CODE_OF_CONDUCT)\.md$/i.test(path))
      return 'about its folder, no transcript';
    return boldLabel.test(text) || findLabels(text).size > 0 ? undefined : 'no speaker label';
  },
  read: ({ path, text }) => {
    const { data, body, firstLine, problems } = parseFrontMatter(text, path);
    const labels = findLabels(body);
    const { transcript, problems: told } = parseMarkdown(body, {
      file: path,
      firstLine,
      isName: (label) => labels.has(normalizeLabel(label)),
    });
    const title = typeof data['title'] === 'string' ? data['title'].trim() : '';
    return {
      path,
      facts: { ...data, title: title || titleOf(stemOf(path)) },
      transcript,
      topics: [],
      problems: [...problems, ...told],
    };
  },
  showTitle: () => undefined,
};
