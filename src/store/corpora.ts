import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder of real transcripts that tests and benchmarks read and the project does not contain: below
 * what `ARCHIVE_CORPORA` names, else `../shared/corpora` beside the project. Undefined where it is absent.
 */
export function corpusFolder(name: string): string | undefined {
  const folder = path.join(
    process.env['ARCHIVE_CORPORA'] || path.resolve('../shared/corpora'),
    name,
  );
  return existsSync(folder) ? folder : undefined;
}

/** The folder of the packed whole Changelog: `corpora-large`, beside the other corpora. */
export function largeCorpusFolder(): string | undefined {
  const folder = path.join(
    process.env['ARCHIVE_CORPORA'] || path.resolve('../shared/corpora'),
    '../corpora-large',
  );
  return existsSync(folder) ? folder : undefined;
}
