import { hosts } from '../build/host.ts';
import { ArchiveCommand } from './command.ts';

export const doctorCommand = (): ArchiveCommand =>
  new ArchiveCommand('doctor')
    .summary('the built site against the limits of its host')
    .description(
      'Holds the built site against the limits of the host that archive.yaml names: files, bytes, largest file.',
    )
    .note(
      `Known hosts: ${Object.keys(hosts).join(', ')}. ARCHIVE_OUT names another built site (else: dist).`,
    );
