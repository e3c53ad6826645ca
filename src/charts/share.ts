/** A row of a list of shares. */
export interface ShareRow {
  readonly name: string;
  readonly href?: string | undefined;
  /** How long its bar is, beside the others. */
  readonly value: number;
  /** The value in words: `12 episodes`. */
  readonly text: string;
  /** Where one finds what the value counts: the address of a search. */
  readonly found?: string | undefined;
  readonly note?: string | undefined;
}
