import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closest } from 'fastest-levenshtein';
import { Cast } from '../archive/cast.ts';
import { findUnaccounted } from '../archive/change-problem.ts';
import { reportChange } from '../archive/change-report.ts';
import { compareEditions } from '../archive/comparison.ts';
import { isAnonymousLabel, isNoteLabel, normalizeLabel } from '../archive/label.ts';
import type { EpisodeEntry } from '../archive/model.ts';
import { type Problem, serializeProblems } from '../archive/problem.ts';
import type { ImportOptions } from '../commands/import.ts';
import { formats } from '../formats/format.ts';
import { serializeFrontMatter } from '../formats/front-matter.ts';
import { plural, visible } from '../review/phrase.ts';
import { serializeForTerminal } from '../review/terminal.ts';
import { type LoadedArchive, loadArchive } from '../store/archive.ts';
import { parseContent } from '../store/content.ts';
import type { TextFile } from '../store/folder.ts';
import { readLimits } from '../store/limits.ts';
import { groupSources, readSources } from '../store/source-files.ts';
import { writeWhole } from '../store/whole-file.ts';
import type { ImportEpisode } from './episode.ts';
import { type Existing, readExisting } from './existing.ts';
import { NameGiver } from './name-giver.ts';
import { decideNames } from './naming.ts';
import { listVoices, nameVoices } from './people.ts';
import { askWho, type Prompts } from './questions.ts';
import { recogniseFiles } from './recognise.ts';
import { describeCues } from './report.ts';
import { keepChapters, matchVoices, replaceTranscript } from './update.ts';

export interface UpdateOptions extends ImportOptions {
  /** Of the episode that is there. */
  readonly key: string;
  /** The content folder, absolute; and as shown to people. */
  readonly content: string;
  readonly where: string;
  /** Absent where nobody is there to answer. */
  readonly prompts?: Prompts;
  readonly print: (text: string) => void;
}

/**
 * Puts a better transcript in the place of one that is there: key, file and front matter stay. What becomes of every
 * published quote is printed before anything is written; then somebody has to say yes. The answer is the exit code.
 */
export async function updateEpisode(
  sources: readonly string[],
  options: UpdateOptions,
): Promise<number> {
  const { content, where, print, key, prompts } = options;
  const loaded = await loadArchive(content, { unanswered: true });
  const entry = findEntry(loaded, key, where);
  if (!loaded.sources || !loaded.records || !entry) {
    const found = loaded.sources ? [noEpisode(loaded, key)] : loaded.problems;
    print(serializeProblems(found));
    return 1;
  }
  const { episode, problems, decoded } = await readOne(sources, options);
  for (const line of decoded) print(line);
  if (!episode) {
    print(serializeProblems(problems));
    return 1;
  }
  const existing = await readExisting(content);
  const naming = await nameOld(episode, entry, loaded, existing, options);
  problems.push(...naming.problems);
  const file: TextFile = {
    path: entry.path,
    file: entry.file,
    text: replaceTranscript(entry, await readFile(path.join(content, entry.path), 'utf8'), {
      transcript: naming.transcript,
      found: foundFacts(episode),
      given: givenFacts(options),
    }),
  };
  const report = reviewUpdate(loaded, entry, file, naming.files, where);
  problems.push(...report.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  print(
    [
      `${visible(episode.path)} (${episode.kind}) in the place of ${entry.file}`,
      ...naming.told,
      ...(episode.cues ? describeCues(episode.cues) : []),
      ...(problems.length > 0 ? ['', serializeProblems(problems)] : []),
      '',
      report.text(options.verbose ?? false),
      '',
    ].join('\n'),
  );
  const isUnaccounted = errors.some(({ rule }) => rule === 'change-unaccounted');
  if (errors.length > 0 && !(isUnaccounted && errors.length === 1 && options.force)) {
    print(
      `Nothing was written: ${plural(errors.length, 'error')} first.${isUnaccounted ? ' If it really is the same recording: --force.' : ''}`,
    );
    return 1;
  }
  if (options.dryRun) {
    print('Nothing was written. Without --dry-run it is.');
    return 0;
  }
  const isAgreed = options.yes === true || (await prompts?.confirm(`Write ${entry.file}?`));
  if (!isAgreed) {
    print(
      'Nothing was written. If what becomes of the quotes is right, type the command again with --yes at its end.',
    );
    return 1;
  }
  for (const one of [...naming.files, file])
    await writeWhole(path.join(content, one.path), one.text);
  print(
    [
      ...[...naming.files, file].map((one) => `Written: ${one.file}`),
      'Next:',
      '  npm run check',
      `  git add ${where} && git commit -m "Better transcript of ${visible(entry.facts.title).replaceAll('"', '')}"`,
    ].join('\n'),
  );
  return 0;
}

function findEntry(
  { sources, joined }: LoadedArchive,
  key: string,
  where: string,
): EpisodeEntry | undefined {
  const keyed = joined?.keys.entries.find(({ id, path: inside, file }) =>
    [id, inside, file, `${where}/${inside}`].includes(key),
  );
  return sources?.episodes.find(({ path: inside, id }) =>
    keyed ? inside === keyed.path : id === key,
  );
}

/** The one episode of the one file. */
async function readOne(
  sources: readonly string[],
  options: UpdateOptions,
): Promise<{ episode?: ImportEpisode; problems: Problem[]; decoded: string[] }> {
  const problems: Problem[] = [];
  const decoded: string[] = [];
  const found: ImportEpisode[] = [];
  const format = formats.find(({ name }) => name === options.format);
  const limits = await readLimits(options.content);
  for (const place of await groupSources(sources.map((source) => path.resolve(source)))) {
    const read = await readSources(place, options.encoding, limits);
    const recognised = recogniseFiles(read.files, {
      unit: options.unit,
      isNamed: !read.isFolder,
      ...(format && { format }),
    });
    problems.push(...read.problems, ...recognised.problems);
    decoded.push(
      ...read.decoded.map(({ file, encoding }) => `${visible(file)} is read as ${encoding}.`),
    );
    found.push(...recognised.episodes);
  }
  const [episode, ...others] = found;
  if (!episode || others.length > 0)
    problems.push(notOne(sources.join(', '), found.length, options.key));
  else problems.push(...episode.problems.filter(({ rule }) => rule !== 'unknown-label'));
  return others.length > 0
    ? { problems, decoded }
    : { ...(episode && { episode }), problems, decoded };
}

/** Names the voices as the old transcript does, where that is sure; asks about the others. */
async function nameOld(
  episode: ImportEpisode,
  entry: EpisodeEntry,
  loaded: LoadedArchive,
  existing: Existing,
  { speakers, prompts, where }: UpdateOptions,
): Promise<{
  transcript: ImportEpisode['transcript'];
  files: TextFile[];
  told: string[];
  problems: Problem[];
}> {
  const given = decideNames(speakers, [episode], existing);
  const naming = new Map(given.naming);
  const matched = matchVoices(episode.transcript, new Cast(loaded.sources!.speakers).gather(entry));
  const voices = listVoices([episode.transcript]);
  const all = voices.reduce((sum, { words }) => sum + words, 0);
  const told: string[] = [];
  for (const voice of voices) {
    const label = voice.label.toLowerCase();
    const isKnown =
      existing.speakers.has(voice.label) || Object.hasOwn(entry.facts.speakers, voice.label);
    if (naming.has(label) || isKnown) continue;
    const name = matched.get(label);
    if (name !== undefined && name !== '' && name !== voice.label) {
      naming.set(label, name);
      told.push(`  ${visible(voice.label)} says what ${visible(name)} said: named so`);
    } else if (prompts && (voice.isAnonymous || existing.nameOf.size > 0)) {
      const whom = await askWho(voice, all, existing, prompts);
      if (whom !== undefined) naming.set(label, existing.nameOf.get(whom) ?? whom);
    } else if (voice.isAnonymous)
      told.push(
        `  ${visible(voice.label)} (${plural(voice.words, 'word')}) is nobody for sure and stays anonymous; to name it: --speakers "${visible(voice.label)}=…"`,
      );
  }
  const kept = keepChapters(nameVoices(episode.transcript, naming), entry.transcript);
  const { transcript } = kept;
  told.push(...kept.told.map((line) => `  ${line}`));
  const giver = new NameGiver(existing.speakers, existing.taken.speakers, 'speaker');
  const mapped = new Set(Object.keys(entry.facts.speakers).map(normalizeLabel));
  for (const { label } of listVoices([transcript]))
    if (!isAnonymousLabel(label) && !isNoteLabel(label) && !mapped.has(label)) giver.give(label);
  const files = [...giver.added].map(([id, name]) => ({
    path: `speakers/${id}.md`,
    file: `${where}/speakers/${id}.md`,
    text: serializeFrontMatter({ name }),
  }));
  return { transcript, files, told, problems: given.problems };
}

/** What the new file says beside its words; its name is no title of the old one. */
function foundFacts({ facts, isUntitled }: ImportEpisode): Record<string, unknown> {
  const { title, ...rest } = facts;
  return isUntitled ? rest : { ...rest, title };
}

const givenFacts = ({ title, date, language, audio, source, status }: ImportOptions) => ({
  title,
  date,
  language,
  audio,
  source,
  status,
});

/** Holds the episode as it would be against what was published of it. */
function reviewUpdate(
  { sources, records, joined, repository }: LoadedArchive,
  entry: EpisodeEntry,
  file: TextFile,
  speakerFiles: readonly TextFile[],
  where: string,
): { text: (all: boolean) => string; problems: Problem[] } {
  const { speakers, episodes } = sources!;
  const archive = { path: 'archive.yaml', file: 'archive.yaml', text: placeholder };
  const parsed = parseContent([archive, ...speakerFiles, file], {
    shownAs: where,
    names: new Cast(speakers).names(),
    ...(repository && { objectFormat: repository.format }),
  });
  const after = parsed.sources?.episodes ?? [];
  const comparison = compareEditions(
    {
      speakers,
      episodes: [entry],
      paths: new Set(episodes.map((one) => one.path)),
      differing: new Set([entry.path]),
      ledgers: records!.ledgers,
      histories: records!.histories,
      oldWords: records!.oldWords,
    },
    {
      speakers: [...speakers, ...(parsed.sources?.speakers ?? [])],
      episodes: after,
      unread: new Set(after.length === 0 ? [entry.path] : []),
      date: records!.date,
    },
  );
  const own = { ...comparison, episodes: comparison.episodes.filter((one) => one.entry) };
  const report = reportChange(own, undefined, joined?.archive.collections);
  return {
    problems: [
      ...parsed.problems,
      ...own.episodes.flatMap((one) => findUnaccounted(one, { content: where, commit: 'HEAD' })),
    ],
    text: (all) => serializeForTerminal(report, { content: where, all }),
  };
}

/** Stands for the archive’s own file, which is not asked. */
const placeholder = 'title: Archive\nurl: https://example.org/\n';

function noEpisode({ sources, joined }: LoadedArchive, key: string): Problem {
  const keys = (joined?.keys.entries ?? sources?.episodes ?? []).map(({ id }) => id);
  const near = keys.length === 0 ? undefined : closest(key, keys);
  return {
    rule: 'no-episode',
    severity: 'error',
    file: '--update',
    message: `Unexpected episode \`${key}\`, expected the key of one that is there: the end of its address, and its file’s name`,
    mend:
      near === undefined
        ? 'There is no episode yet: leave `--update` out.'
        : `Did you mean \`--update ${near}\`? For a new episode leave \`--update\` out.`,
  };
}

const notOne = (files: string, count: number, key: string): Problem => ({
  rule: 'not-one-transcript',
  severity: 'error',
  file: files,
  message: `Unexpected ${count === 0 ? 'file without a transcript' : `${count} transcripts`}, expected one for one episode`,
  mend: `Name the one file: npm run import -- --update ${key} better.vtt`,
});
