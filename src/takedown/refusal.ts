import type { QuoteId } from '../archive/model.ts';
import type { Takedown } from '../archive/takedown.ts';
import type { Asked } from './asked.ts';

/** Why nothing may be done, with what to type. */
export interface Refusal {
  readonly refusal: string;
}

export const refusing = (refusal: string): Refusal => ({ refusal });

/** What a keeper is told. */
export function refuse(
  result: Extract<Takedown, { type: 'refused' }>,
  { id, reason, revision }: Asked,
): Refusal {
  const command = (target: QuoteId, more = ''): string =>
    `npm run takedown -- ${target}${more} --reason ${JSON.stringify(reason)}`;
  switch (result.why) {
    case 'unknown':
      return refusing(
        `Unexpected id \`${id}\`, expected one that is in the ledger. An id is the end of a quote’s address. Was it published a moment ago? Type this first: npm run ids`,
      );
    case 'alias':
      return refusing(
        `Unexpected id \`${id}\`, expected one with words of its own: its words went into \`${result.target}\`, whose text still has them. Nothing was done. To take that quote down, and \`${id}\` with it, type: ${command(result.target!)}`,
      );
    case 'tombstone':
      return refusing(`\`${id}\` is taken down already, with all its earlier wordings.`);
    case 'current':
      return refusing(
        `Unexpected revision ${revision} of \`${id}\`, expected an earlier one: its words are those that the quote has now. Nothing was done. To take the quote down with all it ever said, type: ${command(id)}`,
      );
    case 'no-words':
      return refusing(
        `Unexpected revision ${revision} of \`${id}\`, expected one whose words are kept: these were removed before. Nothing was done. To take down the id, and the digest of its words, type: ${command(id)}`,
      );
    case 'no-revision': {
      const known = result.revisions ?? [];
      return refusing(
        `Unexpected revision ${revision} of \`${id}\`, expected ${known.length === 0 ? 'none: it has no earlier wording' : `one of ${known.join(', ')}`}. Nothing was done.${known.length === 0 ? '' : ` Type for example: ${command(id, ` --revision ${known[0]}`)}`}`,
      );
    }
  }
}
