import { ArchiveCommand, contentNote } from './command.ts';

export const buildCommand = (): ArchiveCommand =>
  new ArchiveCommand('build')
    .summary('builds into `dist`; a build that fails leaves the old site whole')
    .description(
      'Builds the archive into a folder of plain files. A build that fails leaves the old site whole.',
    )
    .option('--report <file>', 'write counts, seconds and sizes as JSON')
    .note(`${contentNote} ARCHIVE_OUT names another folder to build into (else: dist).`);
