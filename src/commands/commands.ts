import { benchCommand } from './bench.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { ArchiveCommand } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { idsCommand } from './ids.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { previewCommand } from './preview.ts';
import { takedownCommand } from './takedown.ts';
import { verifyCommand } from './verify.ts';

/** What one can type in the folder of an archive. */
export interface Listed {
  /** As one types it. */
  readonly typed: string;
  /** What it does, as the line of a table. */
  readonly summary: string;
  /** Its arguments and options; absent for what another program explains. */
  readonly command?: ArchiveCommand;
}

const ours = (make: () => ArchiveCommand): Listed => {
  const command = make();
  const needed = command.registeredArguments.filter(({ required }) => required);
  const typed = [`npm run ${command.script}`, ...(needed.length > 0 ? ['--'] : [])].join(' ');
  return { typed, summary: command.summary(), command };
};

/** Every command, in the order in which they are met. */
export const listCommands = (): readonly Listed[] => [
  {
    typed: 'npm run dev',
    summary: 'serves the archive while you write, at http://localhost:4321',
  },
  ours(newCommand),
  ours(buildCommand),
  ours(previewCommand),
  ours(importCommand),
  ours(checkCommand),
  ours(idsCommand),
  ours(verifyCommand),
  ours(takedownCommand),
  ours(exportCommand),
  ours(doctorCommand),
  ours(benchCommand),
  {
    typed: 'npm test',
    summary: 'everything that must hold, for changes to the generator',
  },
  { typed: 'npm run lint', summary: 'style and types, for changes to the generator' },
  { typed: 'npm run format', summary: 'brings files into the style that `lint` asks for' },
];
