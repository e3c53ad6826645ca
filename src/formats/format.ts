import { akomaNtoso } from './akoma-ntoso.ts';
import { ass } from './ass.ts';
import { assemblyAiJson } from './assemblyai-json.ts';
import { deepgramJson } from './deepgram-json.ts';
import type { Format } from './draft.ts';
import { hansardXml } from './hansard-xml.ts';
import { lrc } from './lrc.ts';
import { oyezJson } from './oyez-json.ts';
import { plainText } from './plain-text.ts';
import { podcastHtml } from './podcast-html.ts';
import { podcastChapters, podcastJson } from './podcast.ts';
import { qmsumJson } from './qmsum-json.ts';
import { rss } from './rss.ts';
import { sbv } from './sbv.ts';
import { scotus } from './scotus.ts';
import { sentenceSpeakers, sentenceTable } from './sentence-table.ts';
import type { SourceFile } from './source.ts';
import { spacelog } from './spacelog.ts';
import { speechLines } from './speech-lines.ts';
import { srt } from './srt.ts';
import { table } from './table.ts';
import { ttml } from './ttml.ts';
import { webvtt } from './webvtt.ts';
import { whisperJson } from './whisper-json.ts';

/** The formats of single files that import knows. */
export const formats: readonly Format[] = [
  webvtt,
  srt,
  sbv,
  ass,
  ttml,
  lrc,
  whisperJson,
  deepgramJson,
  assemblyAiJson,
  akomaNtoso,
  hansardXml,
  podcastJson,
  podcastChapters,
  podcastHtml,
  oyezJson,
  qmsumJson,
  spacelog,
  rss,
  scotus,
  sentenceSpeakers,
  sentenceTable,
  speechLines,
  table,
  plainText,
];

/** A file is of a format when that is at least so sure. */
const sureEnough = 0.5;

/**
 * The format of a file, told from its content; its ending decides between formats that are equally sure.
 * Undefined when none is sure.
 *
 * detectFormat({ path: 'a.txt', text: 'WEBVTT\n' }) // => webvtt
 */
export function detectFormat(
  file: SourceFile,
  known: readonly Format[] = formats,
): Format | undefined {
  const name = file.path.toLowerCase();
  const hint = ({ endings }: Format): number =>
    endings.some((ending) => name.endsWith(ending)) ? 0.1 : 0;
  const [best] = known
    .map((format) => ({ format, sure: format.detect(file), hint: hint(format) }))
    .filter(({ sure }) => sure >= sureEnough)
    .sort((a, b) => b.sure + b.hint - (a.sure + a.hint));
  return best?.format;
}
