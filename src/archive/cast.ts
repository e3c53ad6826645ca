import { normalizeLabel } from './label.ts';
import type { Entry, EpisodeEntry, SpeakerFacts, SpeakerId } from './model.ts';
import { NameRegister } from './name.ts';
import { plainText } from './quote.ts';
import { gatherSpoken, type Spoken } from './transcript.ts';
import { VoiceResolver } from './voice.ts';

/** All speakers of an archive at one time: whom the labels of a transcript meant then. */
export class Cast {
  readonly #register: NameRegister;
  readonly #nameOf: ReadonlyMap<SpeakerId, string>;
  readonly #namesOf: ReadonlyMap<SpeakerId, readonly string[]>;
  readonly #now: ReadonlyMap<SpeakerId, SpeakerId>;

  constructor(speakers: readonly Entry<SpeakerFacts>[]) {
    this.#register = new NameRegister(speakers);
    this.#nameOf = new Map(speakers.map(({ id, facts }) => [id, facts.name]));
    this.#namesOf = new Map(speakers.map(({ id, facts }) => [id, [facts.name, ...facts.aliases]]));
    const now = new Map(
      speakers.flatMap(({ id, facts }) => facts.formerly.map((former) => [former, id] as const)),
    );
    for (const { id } of speakers) now.delete(id);
    this.#now = now;
  }

  /** Every passage of a transcript with who speaks it. Complaints about labels are made elsewhere. */
  gather(entry: EpisodeEntry): Spoken[] {
    return gatherSpoken(entry, new VoiceResolver(entry, this.#register, this.#nameOf, []));
  }

  has(id: SpeakerId): boolean {
    return this.#nameOf.has(id);
  }

  /** The id that a speaker has now, for one whose file was renamed and says so. */
  readonly speakerNow = (speaker: string): string => this.#now.get(speaker) ?? speaker;

  /** A speaker as ledgers write it, as people read it; empty for words that are nobody's. */
  nameOf(speaker: string): string {
    return speaker.startsWith('?')
      ? speaker.slice(1)
      : (this.#nameOf.get(this.speakerNow(speaker)) ?? speaker);
  }

  /** Name and aliases of a speaker as ledgers write it. */
  namesOf(speaker: string): readonly string[] {
    return this.#namesOf.get(this.speakerNow(speaker)) ?? [];
  }

  /** Whom a label means, as a text that can be compared with what another cast says. */
  ownerOf(label: string): string {
    return this.#register.find(label).join(' ');
  }

  /** All names and aliases, normalized. */
  names(): Set<string> {
    return new Set([...this.#namesOf.values()].flat().map(normalizeLabel));
  }
}

/** What may be a label: the beginning of a paragraph, up to a colon. */
const beginning = /^\s*(.{1,80}?)\s*[:：]/u;

/**
 * The episodes in which a label may mean another speaker for one cast than for another, or a name that came
 * or went may have made a label of what was speech.
 */
export function findRelabelled(
  entries: readonly EpisodeEntry[],
  before: Cast,
  after: Cast,
): EpisodeEntry[] {
  const known = new Map<string, boolean>();
  const differs = (label: string): boolean => {
    let answer = known.get(label);
    if (answer === undefined) {
      const then = before.ownerOf(label).split(' ').map(after.speakerNow).join(' ');
      known.set(label, (answer = then !== after.ownerOf(label)));
    }
    return answer;
  };
  const names = before.names().symmetricDifference(after.names());
  const startsWithName = (text: string): boolean =>
    names.has(normalizeLabel(beginning.exec(text)?.[1] ?? ''));
  return entries.filter(
    ({ facts, transcript }) =>
      Object.values(facts.speakers).some((id) => before.has(id) !== after.has(id)) ||
      transcript.parts.some(
        (part) =>
          part.type === 'speech' &&
          ((part.label !== null && differs(part.label)) ||
            (names.size > 0 &&
              part.passages.some(({ content }) => startsWithName(plainText(content))))),
      ),
  );
}
