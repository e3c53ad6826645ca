import type { QuoteId } from './archive/model.ts';
import { findWhereabouts, type Whereabouts } from './archive/whereabouts.ts';
import { archive } from './content.ts';

/** What the quotes stand for that have a card, found once in a build. */
export const cards: ReadonlyMap<QuoteId, Whereabouts> = findWhereabouts(archive, archive.cards);
