import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { listSite } from '../build/site.ts';

/** The pages of a built site, each by its path from the root: `speakers/jo-field/index.html`. */
export async function readPages(out: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const { path: file } of await listSite(out)) {
    if (file.endsWith('.html')) pages.set(file, await readFile(path.join(out, file), 'utf8'));
  }
  return pages;
}

/** Links and fragments inside a site, under its base path, that lead nowhere: each with the page that has it. */
export async function findBrokenLinks(
  out: string,
  base: string,
  pages: ReadonlyMap<string, string>,
): Promise<string[]> {
  const files = new Set((await listSite(out)).map((file) => file.path));
  const known = new Map<string, Set<string>>();
  const idsIn = (page: string): Set<string> => {
    const ids =
      known.get(page) ??
      new Set([...(pages.get(page) ?? '').matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));
    known.set(page, ids);
    return ids;
  };
  const broken: string[] = [];
  for (const [page, html] of pages) {
    for (const [, raw] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      const url = new URL(raw!.replaceAll('&amp;', '&'), `http://site${base}${page}`);
      if (url.host !== 'site') continue;
      const inside = decodeURIComponent(url.pathname).slice(base.length);
      const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
      if (!url.pathname.startsWith(base) || !files.has(file)) broken.push(`${page}: ${raw}`);
      else if (url.hash !== '' && !idsIn(file).has(decodeURIComponent(url.hash.slice(1)))) {
        broken.push(`${page}: ${raw} (no such place)`);
      }
    }
  }
  return broken;
}

/** Rules of html-validate about style, not validity. */
const style = [
  'no-trailing-whitespace',
  'doctype-style',
  'void-style',
  'attribute-boolean-style',
  // `role="list"` keeps lists lists in Safari when their marks are styled away.
  'no-redundant-role',
];
/** What transcripts may do: their episodes have long titles, and telephone numbers in them are words, not links. */
const ofTranscripts = ['long-title', 'tel-non-breaking'];

/** What is not valid HTML in pages, as `page:line rule message`; without the rules that `allowed` names. */
export async function findInvalidHtml(
  pages: ReadonlyMap<string, string>,
  allowed: readonly string[] = ofTranscripts,
): Promise<string[]> {
  const loader = new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard'],
    rules: Object.fromEntries([...style, ...allowed].map((rule) => [rule, 'off'] as const)),
  });
  // Its table of elements takes longer to make than most pages to read: one serves all pages.
  const config = await loader.getConfigFor('');
  loader.getConfigFor = () => config;
  const validator = new HtmlValidate(loader);
  const problems: string[] = [];
  for (const [page, html] of pages) {
    const report = await validator.validateString(html, page);
    for (const { messages } of report.results) {
      for (const { ruleId, message, line } of messages)
        problems.push(`${page}:${line} ${ruleId} ${message}`);
    }
  }
  return problems;
}
