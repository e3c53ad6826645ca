import { serializeTimestamp } from '../archive/time.ts';

/** The same invented cues as each timed format has them; one cue is two seconds and eight words. */
const clock = (seconds: number, point: '.' | ','): string => {
  const [whole = '', fraction = ''] = serializeTimestamp(seconds).split('.');
  return `${whole}${point}${fraction.padEnd(3, '0')}`;
};

const words = (at: number): string =>
  at % 3 === 2
    ? 'before the harbour did, and then the rest.'
    : `Nobody wrote the tables ${at} down all along`;
const speaker = (at: number): string => (at % 24 < 12 ? 'Jo Field' : 'Ann Reed');

interface Invented {
  /** A file name that the format has. */
  readonly path: string;
  readonly head: string;
  readonly cue: (at: number) => string;
  readonly between: string;
  readonly tail: string;
}

const list = (path: string, head: string, cue: (at: number) => object, tail: string): Invented => ({
  path,
  head,
  cue: (at) => JSON.stringify(cue(at)),
  between: ',\n',
  tail,
});

const text = (path: string, head: string, cue: (at: number) => string, tail = ''): Invented => ({
  path,
  head,
  cue,
  between: '\n',
  tail,
});

const inventions: Readonly<Record<string, Invented>> = {
  webvtt: text(
    'a.vtt',
    'WEBVTT\n\n',
    (at) => `${clock(at * 2, '.')} --> ${clock(at * 2 + 2, '.')}\n<v ${speaker(at)}>${words(at)}\n`,
  ),
  srt: text(
    'a.srt',
    '',
    (at) =>
      `${at + 1}\n${clock(at * 2, ',')} --> ${clock(at * 2 + 2, ',')}\n${speaker(at)}: ${words(at)}\n`,
  ),
  sbv: text(
    'a.sbv',
    '',
    (at) => `${clock(at * 2, '.')},${clock(at * 2 + 2, '.')}\n${speaker(at)}: ${words(at)}\n`,
  ),
  ass: text(
    'a.ass',
    '[Script Info]\nTitle: Tides\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n',
    (at) =>
      `Dialogue: 0,${clock(at * 2, '.').slice(1, -1)},${clock(at * 2 + 2, '.').slice(1, -1)},Default,${speaker(at)},0,0,0,,${words(at)}`,
  ),
  ttml: text(
    'a.ttml',
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n',
    (at) => `<p begin="${clock(at * 2, '.')}" end="${clock(at * 2 + 2, '.')}">${words(at)}</p>`,
    '\n</div></body></tt>',
  ),
  lrc: text('a.lrc', '[ti:Tides]\n', (at) => {
    const minutes = String(Math.floor((at * 2) / 60)).padStart(2, '0');
    return `[${minutes}:${String((at * 2) % 60).padStart(2, '0')}.00]${words(at)}`;
  }),
  'whisper-json': list(
    'a.json',
    '{"language":"en","segments":[',
    (at) => ({
      start: at * 2,
      end: at * 2 + 2,
      text: ` ${words(at)}`,
      speaker: at % 24 < 12 ? 'SPEAKER_00' : 'SPEAKER_01',
    }),
    ']}',
  ),
  'assemblyai-json': list(
    'a.json',
    '{"language_code":"en","audio_duration":1,"utterances":[',
    (at) => ({
      speaker: at % 24 < 12 ? 'A' : 'B',
      start: at * 2000,
      end: at * 2000 + 2000,
      text: words(at),
      words: [{ text: words(at), start: at * 2000, end: at * 2000 + 2000 }],
    }),
    ']}',
  ),
  'deepgram-json': list(
    'a.json',
    '{"metadata":{"duration":1},"results":{"channels":[{"alternatives":[{"transcript":"x","words":[',
    (at) => ({
      word: 'tide',
      punctuated_word: at % 8 === 7 ? 'tide.' : 'tide',
      start: at * 2,
      end: at * 2 + 1,
      speaker: at % 48 < 24 ? 0 : 1,
    }),
    ']}]}]}}',
  ),
  'podcast-json': list(
    'a.json',
    '{"version":"1.0.0","segments":[',
    (at) => ({ speaker: speaker(at), startTime: at * 2, endTime: at * 2 + 2, body: words(at) }),
    ']}',
  ),
  'podcast-html': text(
    'a.html',
    '',
    (at) =>
      `<cite>${speaker(at)}:</cite>\n<time>${clock(at * 2, '.').slice(0, 8)}</time>\n<p>${words(at)}</p>`,
  ),
  table: text(
    'a.csv',
    'speaker,start,end,text\n',
    (at) => `${speaker(at)},${at * 2},${at * 2 + 2},"${words(at)}"`,
  ),
  'plain-text': text(
    'a.txt',
    '',
    (at) => `[${serializeTimestamp(at * 2)}] ${speaker(at)}: ${words(at)}`,
  ),
  spacelog: text(
    'TEC',
    '',
    (at) => `[00:${serializeTimestamp(at * 2)}]\n${at % 24 < 12 ? 'CDR' : 'CC'}: ${words(at)}`,
  ),
};

/** Names of the formats that `inventCues` writes. */
export const inventedFormats: readonly string[] = Object.keys(inventions);

/**
 * A file of so many cues in a format, always the same.
 *
 * inventCues('lrc', 1) // => { path: 'a.lrc', text: '[ti:Tides]\n[00:00.00]Nobody wrote …' }
 */
export function inventCues(format: string, count: number): { path: string; text: string } {
  const invented = inventions[format];
  if (!invented)
    throw new Error(`Unexpected format ${format}, expected one of ${inventedFormats}.`);
  const { path, head, cue, between, tail } = invented;
  const cues = Array.from({ length: count }, (_, at) => cue(at));
  return { path, text: head + cues.join(between) + tail };
}
