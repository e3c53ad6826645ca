/** A page of documentation that is made of what the software itself says. */
export interface Reference {
  /** The last part of its address. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
}

/** In the order in which they are looked for. */
export const listReferences = (): readonly Reference[] => [
  {
    name: 'commands',
    title: 'Commands',
    lead: 'Every command, with all it takes: what `--help` says.',
  },
  {
    name: 'settings',
    title: 'Settings and fields',
    lead: 'Every field of archive.yaml and of the head of each kind of file.',
  },
  {
    name: 'rules',
    title: 'Rules of the check',
    lead: 'What every rule holds and why, with a wrong and a right example: the name at the end of a message.',
  },
];
