import type { Episode, Quote, Voice } from '../model.ts';

/** One speaker until another speaks, whatever notes and chapters stand in between. */
export interface WholeTurn {
  readonly voice: Voice;
  readonly quotes: readonly Quote[];
  readonly words: number;
}

/** The turns of an episode in order, with those that continue another joined to it. */
export function wholeTurns(episode: Episode): WholeTurn[] {
  const turns: { voice: Voice; quotes: Quote[]; words: number }[] = [];
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    let turn = turns.at(-1);
    if (!turn || !part.continued) turns.push((turn = { voice: part.voice, quotes: [], words: 0 }));
    for (const quote of part.quotes) {
      turn.quotes.push(quote);
      turn.words += quote.words;
    }
  }
  return turns;
}
