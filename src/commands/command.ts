import { Command } from 'commander';

/** What one types, and what it does. */
export interface Example {
  readonly typed: string;
  readonly does?: string;
}

/**
 * A command of this project: what `--help` prints and what the documentation shows is the same.
 * `summary` is its line in tables, `description` what it does.
 *
 * new ArchiveCommand('verify').summary('checks a citation').helpInformation()
 * // => 'Usage: npm run verify -- [options]\n…'
 */
export class ArchiveCommand extends Command {
  /** What one types after `npm run`. */
  readonly script: string;
  readonly notes: string[] = [];
  readonly examples: Example[] = [];

  constructor(script: string) {
    super(`npm run ${script} --`);
    this.script = script;
    this.addHelpText('after', () => this.#after());
  }

  /** A sentence or two below the options. */
  note(text: string): this {
    this.notes.push(text);
    return this;
  }

  /** Something to type, as one types it. */
  example(typed: string, does?: string): this {
    this.examples.push({ typed, ...(does !== undefined && { does }) });
    return this;
  }

  /** Ends with 2 where it was typed wrongly, so that 1 keeps its meaning. */
  wrongTypingEndsWithTwo(): this {
    return this.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  }

  #after(): string {
    const examples = this.examples.map(
      ({ typed, does }) => `  ${typed}${does === undefined ? '' : `\n      ${does}`}`,
    );
    const helper = this.createHelp();
    const width = process.stdout.columns ?? 80;
    const blocks = [
      ...this.notes.map((note) => helper.boxWrap(note, width)),
      ...(examples.length > 0 ? [`Examples:\n${examples.join('\n')}`] : []),
    ];
    return blocks.length > 0 ? `\n${blocks.join('\n\n')}` : '';
  }
}

/** What every command that reads an archive says about its folder. */
export const contentNote = 'ARCHIVE_CONTENT names another content folder (else: content).';
