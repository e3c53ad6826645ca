import type { EpisodeEntry, Place, SpeakerId, Voice } from './model.ts';
import type { Problem } from './problem.ts';
import type { NameRegister } from './name.ts';
import { isAnonymousLabel, normalizeLabel } from './label.ts';
import { slugOf } from './slug.ts';
import type { RuleName } from './rules/rules.ts';

/** Whom the labels of one episode mean. Each label is decided once, and complained about once. */
export class VoiceResolver {
  readonly #episode: EpisodeEntry;
  readonly #register: NameRegister;
  readonly #nameOf: ReadonlyMap<SpeakerId, string>;
  readonly #problems: Problem[];
  readonly #voices = new Map<string, Voice>();
  readonly #map: ReadonlyMap<string, SpeakerId>;

  constructor(
    episode: EpisodeEntry,
    register: NameRegister,
    nameOf: ReadonlyMap<SpeakerId, string>,
    problems: Problem[],
  ) {
    this.#episode = episode;
    this.#register = register;
    this.#nameOf = nameOf;
    this.#problems = problems;
    this.#map = new Map(
      Object.entries(episode.facts.speakers).map(([label, id]) => [normalizeLabel(label), id]),
    );
  }

  /**
   * Who speaks under a label: the episode's own map first, then names and aliases, then anonymous labels.
   * A label that nobody has is an error; one that only looks like a name, or holds two, a warning, and
   * keeps its words under the label as it stands.
   */
  resolve(label: string, place: Place): Voice {
    const plain = normalizeLabel(label);
    const known = this.#voices.get(plain);
    if (known) return known;
    const voice = this.#decide(plain, place);
    this.#voices.set(plain, voice);
    return voice;
  }

  voiceOf(id: SpeakerId): Voice {
    return { id, name: this.#nameOf.get(id) ?? id };
  }

  #decide(label: string, place: Place): Voice {
    const mapped = this.#map.get(label);
    // A map to a speaker without a file is complained about where the map stands.
    if (mapped !== undefined)
      return this.#nameOf.has(mapped) ? this.voiceOf(mapped) : { name: label };
    const named = this.#register.find(label);
    const [only] = named;
    if (only !== undefined && named.length === 1) return this.voiceOf(only);
    if (named.length > 1) {
      this.#complain('error', 'label-ambiguous', place, {
        message: `Unexpected label \`${label}\`, expected a name that one speaker has: ${named.map((id) => `\`${id}\``).join(' and ')} share it`,
        mend: `Say in the front matter who speaks: \`speakers: { "${label}": ${only} }\`.`,
      });
      return { name: label };
    }
    if (isAnonymousLabel(label)) return { name: label };
    const several = this.#register.findSeveral(label);
    if (several) {
      this.#complain('warning', 'label-of-two', place, {
        message: `Unexpected label \`${label}\` with ${several.length} people in it, expected one`,
        mend: `Give each their own paragraph. If they spoke as one, it can stay: the words then belong to nobody's page. If it is one person's name, add \`aliases: ["${label}"]\` to their file.`,
      });
      return { name: label };
    }
    const near = this.#register.findNear(label);
    if (near) {
      this.#complain('warning', 'label-alike', place, {
        message: `Unexpected label \`${label}\`, expected \`${near.name}\` or a name of its own: they differ by very little`,
        mend: `The same person? Type \`${near.name}\`, or add \`aliases: ["${label}"]\` to \`content/speakers/${near.id}.md\`. Somebody else? Add \`content/speakers/${slugOf(label)}.md\` with \`name: ${label}\`.`,
      });
      return { name: label };
    }
    const slug = slugOf(label) || 'new-speaker';
    const guess = this.#register.guess(label);
    const meant =
      guess === undefined
        ? ''
        : `Did you mean \`${guess.name}\`? Type that name, or \`speakers: { "${label}": ${guess.id} }\` in the front matter. `;
    this.#complain('error', 'unknown-label', place, {
      message: `Unexpected label \`${label}\`, expected the name of a speaker`,
      mend: `${meant}For a new speaker, add \`content/speakers/${slug}.md\` with \`name: ${label}\`. For another name of someone known, add \`speakers: { "${label}": their-file-name }\` to the front matter. If it is speech, type it without the bold marks and with \`\\:\`.`,
    });
    return { name: label };
  }

  #complain(
    severity: Problem['severity'],
    rule: RuleName,
    place: Place,
    text: Pick<Problem, 'message' | 'mend'>,
  ): void {
    this.#problems.push({ rule, severity, file: this.#episode.file, place, ...text });
  }
}
