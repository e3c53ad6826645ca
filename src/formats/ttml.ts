import type { Inline } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { labelCues } from './cue-label.ts';
import type { Cue, DraftFacts, Format } from './draft.ts';
import { tidyContent } from './tidy.ts';
import { findAll, isText, localName, parseXmlFile, XmlElement, type XmlFile } from './xml.ts';

/** What a time of a file counts in. */
interface Rates {
  readonly frames: number;
  readonly ticks: number;
}

interface Span {
  readonly startTime?: number;
  readonly endTime?: number;
}

/**
 * The paragraphs of a TTML file (also DFXP, IMSC, SMPTE-TT, EBU-TT), with the person whom `ttm:agent` names.
 *
 * Specification: https://www.w3.org/TR/ttml2/
 *
 * parseTtml('<tt><body><div><p begin="1s" end="2s">Nobody wrote.</p></div></body></tt>', 'a.ttml') // =>
 * { cues: [{ content: ['Nobody wrote.'], startTime: 1, endTime: 2, … }], … }
 */
export function parseTtml(
  text: string,
  file: string,
): { facts: DraftFacts; cues: Cue[]; problems: Problem[] } {
  const xml = parseXmlFile(text, file);
  const problems: Problem[] = [...xml.problems];
  const { root } = xml;
  if (!root) return { facts: {}, cues: [], problems };
  const reader = new Reader(root, xml, file, problems);
  for (const body of findAll(root, 'body')) reader.read(body, {}, undefined);
  const language = root.attributes['xml:lang'];
  const [title] = [...findAll(root, 'title')].map((element) => element.text.trim());
  return {
    facts: { ...(title && { title }), ...(language && { language }) },
    cues: reader.cues,
    problems,
  };
}

class Reader {
  readonly cues: Cue[] = [];
  readonly #rates: Rates;
  readonly #agents: ReadonlyMap<string, string>;
  readonly #placeOf: XmlFile['placeOf'];
  readonly #file: string;
  readonly #problems: Problem[];

  constructor(root: XmlElement, xml: XmlFile, file: string, problems: Problem[]) {
    const frames = Number(attribute(root, 'frameRate') ?? 30);
    const [by = 1, to = 1] = (attribute(root, 'frameRateMultiplier') ?? '')
      .split(/[\s:]/)
      .map(Number);
    const rate = frames * (by > 0 && to > 0 ? by / to : 1);
    this.#rates = {
      frames: rate > 0 ? rate : 30,
      ticks: Number(attribute(root, 'tickRate') ?? 0) || rate || 1,
    };
    this.#agents = agentsOf(root);
    this.#placeOf = xml.placeOf;
    this.#file = file;
    this.#problems = problems;
  }

  /** Times count from the start of what they stand in. */
  read(element: XmlElement, within: Span, label: string | undefined): void {
    const span = this.#spanOf(element, within);
    const agent = attribute(element, 'agent')?.split(/\s+/)[0];
    const who = agent === undefined ? label : (this.#agents.get(agent) ?? agent);
    if (localName(element) !== 'p') {
      for (const child of element.children)
        if (child instanceof XmlElement) this.read(child, span, who);
      return;
    }
    this.cues.push({
      type: 'cue',
      ...(who !== undefined && { label: who }),
      content: tidyContent(contentOf(element)),
      ...span,
      place: this.#placeOf(element),
    });
  }

  #spanOf(element: XmlElement, within: Span): Span {
    const from = within.startTime ?? 0;
    const begin = this.#seconds(element, 'begin');
    const end = this.#seconds(element, 'end');
    const length = this.#seconds(element, 'dur');
    const startTime = begin === undefined ? within.startTime : round(from + begin);
    const endTime =
      end !== undefined
        ? round(from + end)
        : length !== undefined
          ? round((startTime ?? 0) + length)
          : within.endTime;
    return {
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
    };
  }

  #seconds(element: XmlElement, name: string): number | undefined {
    const given = attribute(element, name);
    if (given === undefined) return undefined;
    const seconds = parseTtmlTime(given, this.#rates);
    if (seconds === undefined)
      this.#problems.push({
        rule: 'cue-times',
        severity: 'warning',
        file: this.#file,
        place: this.#placeOf(element),
        message: `Unexpected time \`${name}="${given.slice(0, 40)}"\`, expected \`00:04:33.000\` or \`273s\``,
        mend: 'The words are kept, without this time. Correct it if it matters.',
      });
    return seconds;
  }
}

/**
 * The seconds that a time means: of the clock, with frames, or an offset with its unit.
 *
 * parseTtmlTime('00:00:01:15', { frames: 30, ticks: 30 }) // => 1.5
 */
export function parseTtmlTime(text: string, { frames, ticks }: Rates): number | undefined {
  const clock = /^(\d{2,4}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{2,4})(?:\.\d+)?)?$/.exec(
    text.trim(),
  );
  if (clock) {
    const [, hours, minutes, seconds, fraction, frame] = clock;
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (fraction !== undefined) return Number(`${whole}.${fraction}`);
    return whole + Number(frame ?? 0) / frames;
  }
  const [, count, unit = ''] = /^(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/.exec(text.trim()) ?? [];
  const sizes: Readonly<Record<string, number>> = {
    h: 3600,
    m: 60,
    s: 1,
    ms: 0.001,
    f: 1 / frames,
    t: 1 / ticks,
  };
  return count === undefined ? undefined : Number(count) * sizes[unit]!;
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** An attribute by its name without namespace. */
function attribute(element: XmlElement, name: string): string | undefined {
  const own = element.attributes[name];
  if (own !== undefined) return own;
  const key = Object.keys(element.attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}

function agentsOf(root: XmlElement): ReadonlyMap<string, string> {
  const agents = new Map<string, string>();
  for (const agent of findAll(root, 'agent')) {
    const id = agent.attributes['xml:id'];
    const [name] = [...findAll(agent, 'name')].map((element) => element.text.trim());
    if (id !== undefined && name) agents.set(id, name);
  }
  return agents;
}

function contentOf(element: XmlElement): Inline[] {
  return element.children.flatMap((child): Inline[] => {
    if (isText(child)) return [child.text.replace(/\s+/g, ' ')];
    if (!(child instanceof XmlElement)) return [];
    if (localName(child) === 'br') return [{ type: 'break' }];
    if (localName(child) === 'metadata') return [];
    const inside = contentOf(child);
    const isItalic = attribute(child, 'fontStyle') === 'italic';
    return isItalic && inside.length > 0 ? [{ type: 'emphasis', children: inside }] : inside;
  });
}

/** Timed text of broadcasters and of streaming services. */
export const ttml: Format = {
  name: 'ttml',
  title: 'TTML',
  endings: ['.ttml', '.dfxp', '.itt', '.xml'],
  detect: ({ text }) => {
    const head = text.slice(0, 4000);
    if (!/<(?:\w+:)?tt[\s>]/.test(head)) return 0;
    return /ttml|ttaf|<(?:\w+:)?body[\s>]/.test(text.slice(0, 20_000)) ? 1 : 0.5;
  },
  read: ({ path, text }) => {
    const { facts, cues, problems } = parseTtml(text, path);
    return [{ facts, body: { cues: labelCues(cues) }, problems }];
  },
};
