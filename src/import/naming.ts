import { closest, distance } from 'fastest-levenshtein';
import type { Problem } from '../archive/problem.ts';
import { isId } from '../archive/slug.ts';
import { titleOf } from '../formats/changelog.ts';
import type { ImportEpisode } from './episode.ts';
import type { Existing } from './existing.ts';
import { listVoices, type Naming } from './people.ts';

/** Whom the labels mean that somebody named; what fits nobody is an error with the very text to type. */
export function decideNames(
  given: ReadonlyMap<string, string> | undefined,
  episodes: readonly Pick<ImportEpisode, 'transcript' | 'path'>[],
  existing: Pick<Existing, 'speakers' | 'nameOf'>,
): { naming: Naming; problems: Problem[] } {
  const naming = new Map<string, string>();
  const problems: Problem[] = [];
  if (!given) return { naming, problems };
  const labels = listVoices(episodes.map(({ transcript }) => transcript)).map(({ label }) => label);
  const byLower = new Set(labels.map((label) => label.toLowerCase()));
  const file = episodes[0]?.path ?? '--speakers';
  for (const [label, whom] of given) {
    if (!byLower.has(label.toLowerCase())) {
      problems.push(noSuchLabel(file, label, labels));
      continue;
    }
    const name = existing.nameOf.get(whom);
    if (name !== undefined) naming.set(label.toLowerCase(), name);
    else if (isId(whom) && whom.includes('-') && !existing.speakers.has(whom))
      problems.push(noSuchSpeaker(file, label, whom, [...existing.nameOf.keys()]));
    else naming.set(label.toLowerCase(), whom);
  }
  return { naming, problems };
}

const noSuchLabel = (file: string, label: string, labels: readonly string[]): Problem => ({
  rule: 'speakers-label',
  severity: 'error',
  file,
  message: `Unexpected label \`${label}\` in \`--speakers\`, expected one that speaks here: ${labels
    .slice(0, 12)
    .map((one) => `\`${one}\``)
    .join(', ')}${labels.length > 12 ? ' …' : ''}`,
  mend: `Type it as it stands in the file: \`--speakers "${closestTo(label, labels) ?? 'SPEAKER_00'}=…"\`.`,
});

function noSuchSpeaker(file: string, label: string, id: string, ids: readonly string[]): Problem {
  const near = closestTo(id, ids);
  const mean =
    near !== undefined && distance(near, id) <= 3
      ? `Did you mean \`--speakers "${label}=${near}"\`? `
      : '';
  return {
    rule: 'speakers-id',
    severity: 'error',
    file,
    message: `Unexpected speaker \`${id}\`, expected the name of a file in \`content/speakers\`, or a person’s name`,
    mend: `${mean}For somebody new, type the name as it is written: \`--speakers "${label}=${titleOf(id)}"\`.`,
  };
}

const closestTo = (text: string, known: readonly string[]): string | undefined =>
  known.length === 0 ? undefined : closest(text, [...known]);
