import { showsOf } from './archive.ts';
import type { Episode, Show, Speaker, Topic } from './model.ts';
import { episodePath, showPath, speakerPath, topicPath } from './permalink.ts';
import { plainText } from './quote.ts';

/** Makes a path of the archive absolute. */
type Address = (path: string) => string;

const seed = (episode: Episode, address: Address) => ({
  key: episode.key,
  title: episode.title,
  date: episode.date,
  language: episode.language,
  url: address(episodePath(episode.key)),
});

/** An episode for programs: what it is, who is in it, and every quote in order. Times are seconds. */
export const episodeTwin = (episode: Episode, address: Address): object => ({
  ...seed(episode, address),
  show: { id: episode.show.id, title: episode.show.title, url: address(showPath(episode.show.id)) },
  summary: episode.facts.summary,
  status: episode.status,
  license: episode.license,
  source: episode.facts.source,
  audio: episode.facts.audio,
  video: episode.facts.video,
  duration: episode.facts.duration,
  topics: episode.topics.map((topic) => topic.id),
  translations: episode.translations.map((other) => seed(other, address)),
  counts: { quotes: episode.quotes, words: episode.words },
  participants: episode.participants.map(({ voice, role, quotes, words, turns, first }) => ({
    speaker: voice.id,
    name: voice.name,
    role,
    quotes,
    words,
    turns,
    first,
  })),
  parts: episode.parts.map((part) =>
    part.type === 'turn'
      ? {
          type: 'turn',
          speaker: part.voice.id,
          name: part.voice.name,
          quotes: part.quotes.map(({ id, startTime, endTime, content }) => ({
            id,
            startTime,
            endTime,
            text: plainText(content),
          })),
        }
      : part.type === 'chapter'
        ? { type: 'chapter', title: part.title, startTime: part.startTime }
        : { type: 'note', text: plainText(part.content) },
  ),
});

/** A speaker for programs: who it is and each appearance, newest first. */
export const speakerTwin = (speaker: Speaker, address: Address): object => ({
  id: speaker.id,
  name: speaker.name,
  aliases: speaker.facts.aliases,
  description: speaker.facts.description,
  links: speaker.facts.links,
  sameAs: speaker.facts.sameAs,
  url: address(speakerPath(speaker.id)),
  counts: speaker.counts,
  shows: showsOf(speaker.appearances).map(({ show, counts }) => ({ id: show.id, counts })),
  appearances: speaker.appearances.map(({ episode, participant }) => ({
    episode: seed(episode, address),
    role: participant.role,
    quotes: participant.quotes,
    words: participant.words,
    turns: participant.turns,
    first: participant.first,
  })),
});

/** A show for programs: its episodes, newest first, and how present each speaker is. */
export const showTwin = (show: Show, address: Address): object => ({
  id: show.id,
  title: show.title,
  description: show.facts.description,
  kind: show.facts.kind,
  url: address(showPath(show.id)),
  counts: show.counts,
  speakers: show.speakers.map(({ speaker, counts }) => ({
    id: speaker.id,
    name: speaker.name,
    counts,
  })),
  episodes: show.episodes.map((episode) => seed(episode, address)),
});

/** A topic for programs: what it is, its place in the tree, its episodes, newest first. */
export const topicTwin = (topic: Topic, address: Address): object => ({
  id: topic.id,
  name: topic.name,
  aliases: topic.facts.aliases,
  terms: topic.facts.terms,
  description: topic.facts.description,
  broader: topic.broader?.id,
  narrower: topic.narrower.map((other) => other.id),
  url: address(topicPath(topic.id)),
  counts: topic.counts,
  episodes: topic.episodes.map((episode) => seed(episode, address)),
});
