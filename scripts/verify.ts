import { styleText } from 'node:util';
import { answer, readAsked } from '../src/archive/asked.ts';
import type { Piece } from '../src/archive/difference.ts';
import { digestOf } from '../src/archive/id.ts';
import { quotePath } from '../src/archive/permalink.ts';
import type { Pointer } from '../src/archive/pointer.ts';
import { serializeProblems } from '../src/archive/problem.ts';
import { publishedOf } from '../src/archive/published.ts';
import { isIdentical } from '../src/archive/verify.ts';
import { findWhereabouts } from '../src/archive/whereabouts.ts';
import type { Archive, Episode, Withdrawn } from '../src/archive/model.ts';
import { verifyCommand } from '../src/commands/verify.ts';
import { formatsOf, wordsOf } from '../src/i18n/index.ts';
import { tellVerdict } from '../src/i18n/verdict.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';

const program = verifyCommand().parse();

const [link = '', typed = ''] = program.args;
const { digest = '' } = program.opts<{ digest?: string }>();
if (digest !== '' && !/^(?:sha-?256[:=])?[0-9a-f]{8,64}$/i.test(digest))
  stop(`\`${digest}\` is no digest. A digest is 8 to 64 characters, 0 to 9 and a to f.`);

const { archive, problems } = await loadArchive(contentFolder(), { unanswered: true });
if (!archive)
  stop(`${serializeProblems(problems)}\n\nThe archive cannot be read: these problems come first.`);
const site = archive.facts.url;
const asked = readAsked({ link, words: typed, digest }, site);
const { pointer } = asked;
const words = wordsOf('en');
if (!pointer) stop(words.verify.needLink);
if (asked.words.length === 0 && asked.digest === undefined)
  stop(
    'There are no words to compare. Type them behind the address, between quotation marks, or give their --digest.',
  );

const thing = findThing(archive, pointer);
if (!thing) {
  console.log(
    fill(pointer.foreign === undefined ? words.verdict.unknown : words.verify.foreignUnknown),
  );
  process.exit(1);
}
if (pointer.foreign !== undefined) console.log(fill(words.verify.foreign));
const verdict = answer(publishedOf(thing), pointer, asked, digestOf);
const sentences = tellVerdict(verdict, {
  words: words.verdict,
  unknownSpeaker: words.unknownSpeaker,
  formatDay: formatsOf('en').date,
}).map((parts) => parts.map(({ text }) => text).join(''));
const colour = isIdentical(verdict)
  ? 'green'
  : verdict.type === 'different' && !verdict.nearly
    ? 'red'
    : 'yellow';
console.log(styleText(colour, sentences.join(' ')));
if ('pieces' in verdict && verdict.pieces.some(({ type }) => type !== 'same')) {
  const from = verdict.type === 'earlier' ? words.verify.fromEarlier : words.verify.fromPublished;
  console.log(`\n${from}:\n  ${verdict.pieces.map(paint).join('')}`);
}
const shown =
  verdict.type === 'unknown-id' ? undefined : verdict.type === 'merged' ? verdict.into : verdict.id;
const facts = [
  ...('title' in thing
    ? [[thing.title, thing.show.title, thing.date].filter(Boolean).join(', ')]
    : []),
  ...(shown === undefined ? [] : [addressOf(thing.key, shown)]),
];
if (facts.length > 0) console.log(`\n${facts.join('\n')}`);
process.exitCode = isIdentical(verdict) ? 0 : 1;

/** The episode that has the id; else the one that the address names. */
function findThing(from: Archive, { id, episode: key }: Pointer): Episode | Withdrawn | undefined {
  const where = findWhereabouts(from, new Set([id])).get(id);
  if (where) return where.type === 'withdrawn' ? where.withdrawn : where.episode;
  if (key === undefined) return undefined;
  return [...from.episodes, ...from.withdrawn].find(
    (one) => one.key === key || one.formerly.includes(key),
  );
}

/** Of the range, where a range was asked for. */
function addressOf(key: string, id: string): string {
  const url = new URL(quotePath(key, id).slice(1), site);
  if (pointer?.to !== undefined && id === pointer.id) url.searchParams.set('to', pointer.to);
  return url.href;
}

function fill(sentence: string): string {
  return sentence.replace('{id}', pointer?.id ?? '').replace('{site}', pointer?.foreign ?? '');
}

/** In colours; where there are none, in the marks of `git diff --word-diff`. */
function paint({ type, text }: Piece): string {
  if (type === 'same') return text;
  const painted = styleText(
    type === 'removed' ? ['red', 'strikethrough'] : ['green', 'underline'],
    text,
  );
  if (painted !== text) return painted;
  return type === 'removed' ? `[-${text}-]` : `{+${text}+}`;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
