import { CountsBy, mostEpisodes } from '../counts.ts';
import type { Appearance, Speaker, SpeakerId } from '../model.ts';
import { compareText } from '../order.ts';
import type { Company } from './model.ts';

/** The others who say something where somebody says something. */
export function countCompany(
  appearances: readonly Appearance[],
  speakerById: ReadonlyMap<SpeakerId, Speaker>,
): Company[] {
  const others = new CountsBy<SpeakerId>();
  for (const { speaker, episode, participant: own } of appearances) {
    if (own.quotes === 0) continue;
    for (const participant of episode.participants) {
      const { id } = participant.voice;
      if (id !== undefined && id !== speaker.id && participant.quotes > 0)
        others.add(id, participant);
    }
  }
  return others
    .entries()
    .flatMap(([id, counts]) => {
      const speaker = speakerById.get(id);
      return speaker ? [{ speaker, counts }] : [];
    })
    .sort((a, b) => mostEpisodes(a, b) || compareText(a.speaker.id, b.speaker.id));
}
