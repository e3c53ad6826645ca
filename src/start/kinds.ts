/** What `npm run new` makes. */
export const kinds = ['archive', 'show', 'speaker', 'topic', 'collection', 'episode'] as const;

export type NewKind = (typeof kinds)[number];
