import { bitcoinTranscripts } from './bitcoin-transcripts.ts';
import { changelog } from './changelog.ts';
import { headedTurns } from './headed-turns.ts';
import { ownMarkdown } from './own-markdown.ts';
import type { Family, SourceFile } from './source.ts';

/** The families of Markdown archives that import knows. */
export const families: readonly Family[] = [
  bitcoinTranscripts,
  headedTurns,
  changelog,
  ownMarkdown,
];

/**
 * The family that files are of, told from what is in them. Undefined when no family is at home in half of
 * the Markdown files.
 */
export function detectFamily(files: readonly SourceFile[]): Family | undefined {
  const transcripts = files.filter(
    ({ path }) =>
      path.endsWith('.md') &&
      !/(?:^|\/)(?:README|CONTRIBUTING|LICENSE|SOURCE|CODE_OF_CONDUCT|_index[\w.]*)\.md$/i.test(
        path,
      ),
  );
  const [best] = families
    .map((family) => ({ family, sure: family.detect(transcripts) }))
    .sort((a, b) => b.sure - a.sure);
  return best && best.sure >= 0.5 ? best.family : undefined;
}
