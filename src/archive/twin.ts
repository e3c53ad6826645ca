import type { ShowFigures, SpeakerFigures, TopicFigures } from './figures/model.ts';
import { showData, speakerData, topicData } from './figures/twin.ts';
import type {
  Alias,
  Episode,
  Gone,
  Quote,
  Show,
  Speaker,
  Topic,
  Turn,
  Withdrawn,
  Wording,
} from './model.ts';
import { episodePath, showPath, speakerPath, topicPath } from './permalink.ts';
import { plainText } from './quote.ts';

/** Makes a path of the archive absolute. */
export type Address = (path: string) => string;

const seed = (episode: Episode, address: Address) => ({
  key: episode.key,
  title: episode.title,
  date: episode.date,
  language: episode.language,
  url: address(episodePath(episode.key)),
});

const wordingTwin = ({ revision, until, rule, voice, digest, words, into, withheld }: Wording) => ({
  revision,
  until: until || undefined,
  rule,
  speaker: voice.id,
  name: voice.name,
  digest,
  text: words,
  into,
  withheld,
});

const aliasTwin = ({ id, date, earlier }: Alias) => ({
  id,
  date: date || undefined,
  earlier: earlier.map(wordingTwin),
});

export const quoteTwin = (quote: Quote) => ({
  id: quote.id,
  revision: quote.revision,
  digest: quote.digest,
  startTime: quote.startTime,
  endTime: quote.endTime,
  text: plainText(quote.content),
  earlier: quote.earlier?.map(wordingTwin),
  aliases: quote.aliases?.map(aliasTwin),
});

/** What is left of a quote: of one that was taken down nothing but that, when, and why. */
export const goneTwin = (gone: Gone) =>
  gone.type === 'tombstone'
    ? {
        type: 'gone',
        id: gone.id,
        rule: 'taken-down',
        date: gone.date || undefined,
        reason: gone.reason,
      }
    : {
        type: 'gone',
        id: gone.id,
        rule: gone.rule,
        date: gone.date || undefined,
        revision: gone.revision,
        digest: gone.digest,
        earlier: gone.earlier.map(wordingTwin),
      };

/** A turn; in pieces where something is gone from it, as a note would part it. */
function turnTwins({ voice, quotes }: Turn): object[] {
  const parts: object[] = [];
  let open: object[] | undefined;
  for (const quote of quotes) {
    if (quote.before) {
      parts.push(...quote.before.map(goneTwin));
      open = undefined;
    }
    if (!open) {
      open = [];
      parts.push({ type: 'turn', speaker: voice.id, name: voice.name, quotes: open });
    }
    open.push(quoteTwin(quote));
  }
  return parts;
}

/**
 * An episode for programs: what it is, who is in it, and every quote in order, with what it said before and
 * what became of those that are gone. Times are seconds.
 */
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
  formerly: episode.formerly,
  parts: [
    ...episode.parts.flatMap((part) =>
      part.type === 'turn'
        ? turnTwins(part)
        : part.type === 'chapter'
          ? [{ type: 'chapter', title: part.title, startTime: part.startTime }]
          : [{ type: 'note', text: plainText(part.content) }],
    ),
    ...episode.after.map(goneTwin),
  ],
});
/** An episode whose transcript was withdrawn, for programs: what became of each of its quotes. */
export const withdrawnTwin = (withdrawn: Withdrawn, address: Address): object => ({
  key: withdrawn.key,
  url: address(episodePath(withdrawn.key)),
  withdrawn: withdrawn.date || true,
  formerly: withdrawn.formerly,
  parts: withdrawn.gone.map(goneTwin),
});

/** A speaker for programs: who it is, what is counted of them, and each appearance, newest first. */
export const speakerTwin = (
  speaker: Speaker,
  figures: SpeakerFigures,
  address: Address,
): object => ({
  id: speaker.id,
  name: speaker.name,
  aliases: speaker.facts.aliases,
  description: speaker.facts.description,
  links: speaker.facts.links,
  sameAs: speaker.facts.sameAs,
  url: address(speakerPath(speaker.id)),
  counts: speaker.counts,
  figures: speakerData(figures),
  appearances: speaker.appearances.map(({ episode, participant }) => ({
    episode: seed(episode, address),
    role: participant.role,
    quotes: participant.quotes,
    words: participant.words,
    turns: participant.turns,
    first: participant.first,
  })),
});

/** A show for programs: what it is, what is counted of it, and its episodes, newest first. */
export const showTwin = (show: Show, figures: ShowFigures, address: Address): object => ({
  id: show.id,
  title: show.title,
  description: show.facts.description,
  kind: show.facts.kind,
  url: address(showPath(show.id)),
  counts: show.counts,
  figures: showData(figures),
  episodes: show.episodes.map((episode) => seed(episode, address)),
});

/** A topic for programs: what it is, what is counted of it, and the episodes that name it, newest first. */
export const topicTwin = (topic: Topic, figures: TopicFigures, address: Address): object => ({
  id: topic.id,
  name: topic.name,
  aliases: topic.facts.aliases,
  terms: topic.facts.terms,
  description: topic.facts.description,
  broader: topic.broader?.id,
  narrower: topic.narrower.map((other) => other.id),
  url: address(topicPath(topic.id)),
  counts: figures.counts,
  figures: topicData(figures),
  episodes: topic.episodes.map((episode) => seed(episode, address)),
});
