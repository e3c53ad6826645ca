import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpusFolder } from '../store/corpora.ts';

/** What of a cue an archive takes. Where captions stand on a screen (settings, regions, styles) it does not read. */
export interface ExpectedCue {
  readonly id?: string;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly text?: string;
}

export const takenOf = ({ id, startTime, endTime, text }: ExpectedCue): ExpectedCue => ({
  ...(id !== undefined && { id }),
  ...(startTime !== undefined && { startTime }),
  ...(endTime !== undefined && { endTime }),
  ...(text !== undefined && { text }),
});

/** A file of somebody’s tests, and the cues that it must give. */
export interface WebVttCase {
  readonly name: string;
  readonly text: string;
  readonly cueCount: number;
  /** Undefined where only their number is known. */
  readonly cues?: readonly ExpectedCue[];
  /** Why it must not pass: the specification of today says something else. */
  readonly outdated?: string;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The file tests of the web platform; none where they are not on this machine. */
export function platformCases(): WebVttCase[] {
  const corpus = corpusFolder('wpt-webvtt');
  if (corpus === undefined) return [];
  const folder = path.join(corpus, 'webvtt/parsing/file-parsing/tests/support');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.vtt'))
    .map((name) => {
      const { cueCount, cues } = readJson(
        path.join(folder, name.replace(/\.vtt$/, '.expected.json')),
      ) as { readonly cueCount: number; readonly cues?: readonly ExpectedCue[] };
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, cueCount, ...(cues && { cues }) };
    });
}

/** The tests of vtt.js; none where they are not on this machine. */
export function vttJsCases(): WebVttCase[] {
  const corpus = corpusFolder('vttjs-tests');
  if (corpus === undefined) return [];
  const cases = readJson(path.join(corpus, 'cases.json')) as {
    readonly vtt: string;
    readonly expected: string;
    readonly differs_from_current_spec?: boolean;
  }[];
  return cases.map(({ vtt, expected, differs_from_current_spec: differs }) => {
    const { cues } = readJson(path.join(corpus, expected)) as { readonly cues: ExpectedCue[] };
    return {
      name: vtt,
      text: readFileSync(path.join(corpus, vtt), 'utf8'),
      cueCount: cues.length,
      cues,
      ...(differs && {
        outdated:
          'the specification has changed since: minutes over 59, a cue right below the header',
      }),
    };
  });
}
