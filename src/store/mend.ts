import path from 'node:path';
import { normalizeLabel } from '../archive/label.ts';
import type { RuleName } from '../archive/rules/rules.ts';
import { parseFrontMatter } from '../formats/front-matter.ts';
import { mendText } from '../formats/mend.ts';
import { parseContent } from './content.ts';
import { isFolder, readFolder, type TextFile } from './folder.ts';
import { isRecord } from './record-path.ts';
import { writeWhole } from './whole-file.ts';

/** A file that can be mended. */
export interface MendedFile {
  /** As shown to people. */
  readonly file: string;
  readonly rules: readonly RuleName[];
  readonly before: string;
  readonly after: string;
}

/**
 * Mends what can be mended surely in every file of a content folder, and says in which; writes nothing with
 * `dryRun`. What is no text in UTF-8, and what `ids` writes, is left alone.
 */
export async function mendContent(
  folder: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<MendedFile[]> {
  if (!(await isFolder(folder))) return [];
  const shownAs = path.relative('', folder).split(path.sep).join('/') || '.';
  const { files } = await readFolder(folder, shownAs);
  const published = new Set(
    files.flatMap(({ path: inside, text }) =>
      inside.startsWith('ledger/') ? (/^path (.+)$/m.exec(text)?.slice(1) ?? []) : [],
    ),
  );
  const names = namesIn(files);
  const mended: MendedFile[] = [];
  for (const one of files) {
    if (isRecord(one.path) || !/\.(?:md|mdx|json|yaml)$/.test(one.path)) continue;
    const { text: after, rules } = mendText(one.text, {
      file: one.file,
      ...(one.path.startsWith('episodes/') && {
        isName: nameTest(one, names),
        isPublished: published.has(one.path),
      }),
    });
    if (rules.length === 0) continue;
    mended.push({ file: one.file, rules, before: one.text, after });
    if (!dryRun) await writeWhole(path.join(folder, one.path), after);
  }
  return mended;
}

function namesIn(files: readonly TextFile[]): ReadonlySet<string> {
  const archive = {
    path: 'archive.yaml',
    file: 'archive.yaml',
    text: 'title: Archive\nurl: https://example.org/\n',
  };
  const speakers = files.filter((file) => file.path.startsWith('speakers/'));
  const { sources } = parseContent([archive, ...speakers], { shownAs: '' });
  return new Set(
    (sources?.speakers ?? [])
      .flatMap(({ facts }) => [facts.name, ...facts.aliases])
      .map(normalizeLabel),
  );
}

function nameTest(
  { text, file }: TextFile,
  names: ReadonlySet<string>,
): (label: string) => boolean {
  const { speakers } = file.endsWith('.md') ? parseFrontMatter(text, file).data : {};
  const mapped = new Set(
    Object.keys(speakers !== null && typeof speakers === 'object' ? speakers : {}).map(
      normalizeLabel,
    ),
  );
  return (label) => names.has(normalizeLabel(label)) || mapped.has(normalizeLabel(label));
}
