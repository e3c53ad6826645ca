import type { EpisodeKey } from '../archive/model.ts';

/** Where pages that were ever published are listed. */
export const addressesPath = 'ledger/addresses.txt';

export const ledgerPath = (key: EpisodeKey): string => `ledger/${key}.ids`;
export const historyPath = (key: EpisodeKey): string => `history/${key}.jsonl`;
/** The transcript that a ledger was made from, where no repository keeps it. */
export const keptPath = (key: EpisodeKey): string => `ledger/${key}.gz`;

/** Whether a file of the content folder is the ledger's, and not a contributor's. */
export const isRecord = (inside: string): boolean => /^(?:ledger|history)\//.test(inside);
