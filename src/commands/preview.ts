import { ArchiveCommand } from './command.ts';

export const previewCommand = (): ArchiveCommand =>
  new ArchiveCommand('preview')
    .summary('serves what was built')
    .description('Serves the built site on this machine, as a static host would.')
    .option('--port <number>', 'the port', '4321')
    .option('--host <address>', 'the address to listen on', 'localhost')
    .note('ARCHIVE_OUT names another built site (else: dist).');
