import type {
  Archive,
  Change,
  Collection,
  Episode,
  EpisodeEntry,
  EpisodeKey,
  QuoteId,
  Show,
  ShowId,
  Sources,
  Speaker,
  SpeakerId,
  Topic,
  TopicId,
  Voice,
  Withdrawn,
} from './model.ts';
import type { Problem } from './problem.ts';
import { findBindingProblems } from './binding-problem.ts';
import { findCards } from './card.ts';
import { findCitedProblems } from './cited-problem.ts';
import { addEpisode, noCounts } from './counts.ts';
import { assignKeys, type Keys } from './key.ts';
import { findMentionProblems } from './figures/mentions.ts';
import { directionOf } from './language.ts';
import { findNameProblems, NameRegister } from './name.ts';
import { findNamedQuoteProblems } from './named-quote.ts';
import { compareText, nameOrder, newestFirst } from './order.ts';
import { checkReferences, findKeyProblems } from './reference.ts';
import { recallPast, sortChanges } from './past.ts';
import { reconcile, withdraw } from './reconcile.ts';
import type { Reconciliation } from './reconciliation.ts';
import { noRecords, type Records } from './records.ts';
import { gatherSpoken, joinTranscript } from './transcript.ts';
import { VoiceResolver } from './voice.ts';

type Growing<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key];
};

/** An archive with what is to be written into its ledger. */
export interface JoinedArchive {
  readonly archive: Archive;
  readonly problems: readonly Problem[];
  readonly keys: Keys;
  /** By key, also of episodes whose transcript is gone. */
  readonly reconciliations: ReadonlyMap<EpisodeKey, Reconciliation>;
}

/**
 * The archive joined from its files: speakers found for labels, ids for quotes, counts for all, sorted. Ids
 * come from `records`; what has none yet is given one, the same that `npm run ids` will write.
 *
 * `problems` holds everything that is wrong across files (names, references, labels, keys). When one of
 * them is an error, the archive must not be shown; it is given all the same, for tools that report.
 *
 * joinArchive({ archive, shows, speakers, topics, episodes }) // => { archive, problems: [], … }
 */
export function joinArchive(given: Sources, records: Records = noRecords): JoinedArchive {
  const keys = assignKeys(given.episodes, records.ledgers, records.oldWords, records.unread);
  const sources = { ...given, episodes: keys.entries };
  const facts = sources.archive.facts;
  const problems: Problem[] = [
    ...findNameProblems(sources.speakers),
    ...findMentionProblems(sources.speakers),
    ...findKeyProblems(sources, records.unread),
  ];
  problems.push(...keys.problems);
  problems.push(...checkReferences(sources, records.unread));
  const byName = nameOrder(facts.language);

  const shows = new Map<ShowId, Growing<Show>>();
  for (const { id, path, facts: own, html } of sources.shows) {
    shows.set(id, {
      id,
      path,
      title: own.title,
      facts: own,
      html,
      episodes: [],
      counts: noCounts,
    });
  }
  const speakers = new Map<SpeakerId, Growing<Speaker>>();
  for (const { id, path, facts: own, html } of sources.speakers) {
    speakers.set(id, {
      id,
      path,
      name: own.name,
      facts: own,
      html,
      appearances: [],
      counts: noCounts,
    });
  }
  const topics = joinTopics(sources);
  const collections = sources.collections.map(({ id, path, facts: own, parts }): Collection => ({
    id,
    path,
    title: own.title,
    facts: own,
    parts,
  }));

  const register = new NameRegister(sources.speakers);
  const nameOf = new Map(sources.speakers.map((entry) => [entry.id, entry.facts.name]));
  const speakerNow = formerSpeakers(sources);
  const voiceOf = (speaker: string): Voice => {
    if (speaker.startsWith('?')) return { name: speaker.slice(1) };
    const id = speakerNow(speaker);
    const name = nameOf.get(id);
    return name === undefined ? { name: id } : { id, name };
  };
  const taken = new Set<QuoteId>();
  for (const ledger of [...records.ledgers, ...(records.unread ?? [])])
    for (const line of ledger.lines) taken.add(line.id);
  const reconciliations = new Map<EpisodeKey, Reconciliation>();
  const changes: Change[] = [];
  const episodes = new Map<EpisodeKey, Growing<Episode>>();
  for (const entry of [...sources.episodes].sort((a, b) => compareText(a.id, b.id))) {
    const show = shows.get(entry.show);
    if (!show || episodes.has(entry.id)) continue;
    const voices = new VoiceResolver(entry, register, nameOf, problems);
    const language = entry.facts.language ?? show.facts.language ?? facts.language;
    const license = entry.facts.license ?? show.facts.license ?? facts.license;
    const spoken = gatherSpoken(entry, voices);
    const before = keys.ledgerOf.get(entry.id);
    const formerly = keys.formerlyOf.get(entry.id) ?? [];
    const reconciled = reconcile({
      key: entry.id,
      path: entry.path,
      hash: entry.hash,
      ...(before && { ledger: before }),
      history: (before && records.histories.get(before.key)) ?? [],
      formerly,
      fresh: spoken,
      oldWords: (before && records.oldWords.get(before.key)) ?? new Map(),
      taken,
      date: records.date,
      speakerNow,
      withoutWords: before !== undefined && records.withoutWords.has(before.key),
    });
    reconciliations.set(entry.id, reconciled);
    problems.push(...findBindingProblems(entry, spoken, reconciled));
    if (reconciled.missing.length > 0) continue;
    const past = recallPast(
      reconciled.ledger,
      reconciled.history,
      spoken.map(({ words }) => words),
      voiceOf,
    );
    changes.push(...past.changes);
    const transcript = joinTranscript(entry, voices, spoken, past.identities);
    episodes.set(entry.id, {
      key: entry.id,
      path: entry.path,
      show,
      title: entry.facts.title,
      ...(entry.facts.date !== undefined && { date: entry.facts.date }),
      language,
      direction: entry.facts.direction ?? directionOf(language),
      facts: entry.facts,
      ...(entry.facts.status && { status: entry.facts.status }),
      ...(license && { license }),
      topics: entry.facts.topics.flatMap((id) => topics.get(id) ?? []),
      ...transcript,
      translations: [],
      formerly: [...formerly],
      after: [...past.after],
    });
  }
  const withdrawn = keys.withdrawn.map((ledger): Withdrawn => {
    const history = records.histories.get(ledger.key) ?? [];
    const reconciled = withdraw(ledger, history, { taken, date: records.date, speakerNow });
    reconciliations.set(ledger.key, reconciled);
    const past = recallPast(reconciled.ledger, reconciled.history, [], voiceOf);
    changes.push(...past.changes);
    const date = reconciled.ledger.gone ?? records.date;
    return { key: ledger.key, date, formerly: ledger.formerly, gone: past.after };
  });
  linkTranslations(sources.episodes, episodes);

  const sorted = [...episodes.values()].sort(newestFirst);
  let counts = noCounts;
  for (const episode of sorted) {
    counts = addEpisode(counts, episode);
    const show = shows.get(episode.show.id);
    if (show) {
      show.episodes.push(episode);
      show.counts = addEpisode(show.counts, episode);
    }
    for (const topic of episode.topics) {
      const growing = topics.get(topic.id);
      if (!growing) continue;
      growing.episodes.push(episode);
      growing.counts = addEpisode(growing.counts, episode);
    }
    for (const participant of episode.participants) {
      const speaker = participant.voice.id && speakers.get(participant.voice.id);
      if (!speaker) continue;
      speaker.appearances.push({ speaker, episode, participant });
      speaker.counts = addEpisode(speaker.counts, participant);
    }
  }

  const archive: Archive = {
    facts,
    shows: [...shows.values()].sort((a, b) => byName(a.title, b.title) || compareText(a.id, b.id)),
    speakers: [...speakers.values()].sort(
      (a, b) => byName(a.name, b.name) || compareText(a.id, b.id),
    ),
    topics: [...topics.values()].sort((a, b) => byName(a.name, b.name) || compareText(a.id, b.id)),
    collections: collections.sort((a, b) => byName(a.title, b.title) || compareText(a.id, b.id)),
    episodes: sorted,
    showById: shows,
    speakerById: speakers,
    topicById: topics,
    collectionById: new Map(collections.map((collection) => [collection.id, collection])),
    episodeByKey: episodes,
    counts,
    withdrawn,
    changes: sortChanges(changes),
    addresses: records.addresses,
    cards: findCards(sources, sorted, records.addresses),
  };
  const known = [
    ...reconciliations.values(),
    ...(records.unread ?? []).map((ledger) => ({ ledger })),
  ];
  problems.push(...findNamedQuoteProblems(sources, known));
  problems.push(...findCitedProblems(sources.collections, known, archive));
  return { archive, problems, keys, reconciliations };
}

/** The id that a speaker has now, for a file that was renamed and says so. */
function formerSpeakers(sources: Sources): (speaker: string) => string {
  const now = new Map(
    sources.speakers.flatMap(({ id, facts }) => facts.formerly.map((former) => [former, id])),
  );
  for (const { id } of sources.speakers) now.delete(id);
  return (speaker) => now.get(speaker) ?? speaker;
}

function joinTopics(sources: Sources): Map<TopicId, Growing<Topic>> {
  const topics = new Map<TopicId, Growing<Topic>>();
  for (const { id, path, facts, html } of sources.topics) {
    topics.set(id, {
      id,
      path,
      name: facts.name,
      facts,
      html,
      narrower: [],
      episodes: [],
      counts: noCounts,
    });
  }
  for (const topic of [...topics.values()].sort((a, b) => compareText(a.name, b.name))) {
    const broader = topic.facts.broader && topics.get(topic.facts.broader);
    if (!broader || isBelow(broader, topic)) continue;
    topic.broader = broader;
    broader.narrower.push(topic);
  }
  return topics;
}

/** Whether `topic` already stands below `other`: joining them again would make a circle of the tree. */
function isBelow(topic: Topic, other: Topic): boolean {
  for (let at: Topic | undefined = topic; at; at = at.broader) if (at.id === other.id) return true;
  return false;
}

/** Makes all translations of one recording point at each other, whichever of them says so. */
function linkTranslations(
  entries: readonly EpisodeEntry[],
  episodes: ReadonlyMap<EpisodeKey, Growing<Episode>>,
): void {
  const groupOf = new Map<EpisodeKey, Set<EpisodeKey>>();
  for (const { id, facts } of entries) {
    const original = facts.translationOf;
    if (original === undefined || original === id || !episodes.has(original)) continue;
    const group = new Set([...(groupOf.get(id) ?? [id]), ...(groupOf.get(original) ?? [original])]);
    for (const key of group) groupOf.set(key, group);
  }
  for (const [key, group] of groupOf) {
    const episode = episodes.get(key);
    if (!episode) continue;
    episode.translations = [...group]
      .filter((other) => other !== key)
      .flatMap((other) => episodes.get(other) ?? [])
      .sort((a, b) => compareText(a.language, b.language) || compareText(a.key, b.key));
  }
}
