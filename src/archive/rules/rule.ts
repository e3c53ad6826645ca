/** What a rule of the check holds, for the page that explains it. English, as all documentation. */
export interface Rule {
  /** An `error` would lose, run or misattribute words and stops a build; a `warning` does not. */
  readonly severity: 'error' | 'warning';
  /** What must be so, in a sentence. */
  readonly holds: string;
  /** What would happen otherwise, in a sentence or two. */
  readonly why: string;
  readonly wrong: Example;
  readonly right: Example;
  /** What `npm run check -- --fix` does about it; absent where only a person can mend it. */
  readonly fix?: string;
  /** When it does not apply, or how to say that all is as it should be. */
  readonly except?: string;
}

/**
 * Content to look at: the body of a transcript, or a file. `path` is inside the content folder; `beside` are
 * other files that it takes.
 */
export type Example =
  | string
  | {
      readonly path: string;
      readonly text: string;
      readonly beside?: Readonly<Record<string, string>>;
    };

export type Rules = Readonly<Record<string, Rule>>;

/** The archive in which the examples stand. */
const surroundings: Readonly<Record<string, string>> = {
  'archive.yaml': 'title: Harbour\nurl: https://example.org/\n',
  'shows/talk.md': '---\ntitle: Talk\n---\n',
  'speakers/jo-field.md': '---\nname: Jo Field\n---\n',
  'speakers/ann-reed.md': '---\nname: Ann Reed\n---\n',
  'topics/tides.md': '---\nname: Tides\n---\n',
};

/** The file that an example's text is of: the body of a transcript stands in an episode. */
export const pathOf = (example: Example): string =>
  typeof example === 'string' ? 'episodes/talk/tides.md' : example.path;

/** The words to show of an example. */
export const textOf = (example: Example): string =>
  typeof example === 'string' ? example : example.text;

/**
 * An example as the files of a whole archive, by path.
 *
 * filesOf('**Jo Field:** Yes.').get('episodes/talk/tides.md') // => '---\ntitle: The tides\n---\n\n**Jo Field:** Yes.\n'
 */
export function filesOf(example: Example): Map<string, string> {
  const files = new Map(Object.entries(surroundings));
  if (typeof example === 'string') {
    files.set(pathOf(example), `---\ntitle: The tides\n---\n\n${example}\n`);
    return files;
  }
  for (const [path, text] of Object.entries(example.beside ?? {})) files.set(path, text);
  return files.set(example.path, example.text);
}
