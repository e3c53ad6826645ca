import type { Example, Rules } from './rule.ts';

const file = (path: string, text: string): Example => ({ path, text });
const vtt = (text: string): Example => file('tides.vtt', text);
const whole = 'WEBVTT\n\n00:00:04.000 --> 00:00:09.000\n<v Jo Field>It is late.\n';
const good = vtt(whole);

/** What `npm run import` says of a file in another format. The words are taken wherever they can be. */
export const importRules = {
  'webvtt-signature': {
    severity: 'warning',
    holds: 'A WebVTT file starts with `WEBVTT`.',
    why: 'Players refuse it otherwise. Its words are read all the same.',
    wrong: vtt('00:00:04.000 --> 00:00:09.000\nIt is late.\n'),
    right: good,
  },
  'cue-times': {
    severity: 'warning',
    holds: 'Times are written as the format asks.',
    why: 'A time that cannot be read is left out; the words are kept.',
    wrong: vtt('WEBVTT\n\n00:00:04,000 -> 00:00:09\nIt is late.\n'),
    right: good,
  },
  'text-without-times': {
    severity: 'warning',
    holds: 'Words in a subtitle file have times above them.',
    why: 'Without times nobody knows whether they were said, or are a remark.',
    wrong: vtt('WEBVTT\n\nIt is late.\n'),
    right: good,
  },
  'empty-cue': {
    severity: 'warning',
    holds: 'Every cue has words.',
    why: 'One without has nothing to quote, and is left out.',
    wrong: vtt('WEBVTT\n\n00:00:04.000 --> 00:00:09.000\n\n'),
    right: good,
  },
  'reversed-cue': {
    severity: 'warning',
    holds: 'A cue ends after it starts.',
    why: 'The start is kept, the end is left out.',
    wrong: vtt('WEBVTT\n\n00:00:09.000 --> 00:00:04.000\nIt is late.\n'),
    right: good,
  },
  'cue-order': {
    severity: 'warning',
    holds: 'Cues stand in the order of time.',
    why: 'They are put in order. Where two people spoke at once, a person should look.',
    wrong: vtt(
      'WEBVTT\n\n00:00:09.000 --> 00:00:12.000\nSo late.\n\n00:00:04.000 --> 00:00:09.000\nIt is late.\n',
    ),
    right: good,
  },
  'rolling-cue': {
    severity: 'warning',
    holds: 'Each line stands in one cue.',
    why: 'Live captions repeat the line before. It is taken once.',
    wrong: vtt(
      'WEBVTT\n\n00:00:04.000 --> 00:00:06.000\nIt is late.\n\n00:00:06.000 --> 00:00:09.000\nIt is late.\nSo late.\n',
    ),
    right: good,
  },
  'no-speech': {
    severity: 'error',
    holds: 'A file has words that somebody said.',
    why: 'A track of data or of pictures has no quotes.',
    wrong: vtt('WEBVTT\n\n00:00:04.000 --> 00:00:09.000\n{"sprite": "a.jpg#xywh=0,0,160,90"}\n'),
    right: good,
  },
  'text-outside': {
    severity: 'warning',
    holds: 'Words in an HTML transcript stand in paragraphs.',
    why: 'Outside of them it is unclear whose they are.',
    wrong: file('tides.html', '<cite>Jo Field:</cite> It is late.'),
    right: file('tides.html', '<cite>Jo Field:</cite><time>0:04</time><p>It is late.</p>'),
  },
  'spacelog-line': {
    severity: 'warning',
    holds: 'A line of a mission log starts with who says it.',
    why: 'Otherwise nobody says it; it is left out.',
    wrong: file('TEC', '[00:00:04]\nRoger.\n'),
    right: file('TEC', '[00:00:04]\nCDR: Roger.\n'),
  },
  'times-moved': {
    severity: 'warning',
    holds: 'Times count from the start.',
    why: 'A log that begins before the start is moved as a whole.',
    wrong: file('TEC', '[-00:00:00:04]\nCDR: Roger.\n'),
    right: file('TEC', '[00:00:00:04]\nCDR: Roger.\n'),
  },
  'speech-json': {
    severity: 'error',
    holds: 'The JSON of a speech recognizer has its words where that program puts them.',
    why: 'Elsewhere they are not found.',
    wrong: file('tides.json', '{ "segments": [{ "start": "soon", "text": "It is late." }] }'),
    right: file('tides.json', '{ "segments": [{ "start": 4, "end": 9, "text": "It is late." }] }'),
  },
  xml: {
    severity: 'error',
    holds: 'An XML file is whole: every element is closed.',
    why: 'What is broken in the middle cannot be read to the end.',
    wrong: file('tides.xml', '<speech><p>It is late.</speech>'),
    right: file('tides.xml', '<speech><p>It is late.</p></speech>'),
  },
  'no-columns': {
    severity: 'error',
    holds: 'The first row of a table names its columns, one of them `text`.',
    why: 'Otherwise nobody knows which column holds the words.',
    wrong: file('tides.csv', 'Jo Field,It is late.\n'),
    right: file('tides.csv', 'speaker,text\nJo Field,It is late.\n'),
  },
  'table-row': {
    severity: 'warning',
    holds: 'Every row has as many cells as the first.',
    why: 'In a row with more, a comma was taken for a border.',
    wrong: file('tides.csv', 'speaker,text\nJo Field,It is late, so late.\n'),
    right: file('tides.csv', 'speaker,text\nJo Field,"It is late, so late."\n'),
  },
  'field-left-out': {
    severity: 'warning',
    holds: 'The fields of a file have a place in an episode of ours.',
    why: 'What has none is left out, and said.',
    wrong: file('tides.md', '---\ntitle: The tides\nweather: fog\n---\n'),
    right: file('tides.md', '---\ntitle: The tides\n---\n'),
  },
  'left-out': {
    severity: 'warning',
    holds: 'A name is a name alone.',
    why: 'What stands beside it, such as a constituency, would make one person two.',
    wrong: file('tides.xml', '<membername>Ann Reed (Harbour East)</membername>'),
    right: file('tides.xml', '<membername>Ann Reed</membername>'),
  },
  'no-transcript': {
    severity: 'warning',
    holds: 'Every episode of a feed names its transcript.',
    why: 'An episode without one has nothing to quote; the others are imported.',
    wrong: file('feed.xml', '<item><title>Tides</title></item>'),
    right: file(
      'feed.xml',
      '<item><title>Tides</title><podcast:transcript url="https://example.org/12.vtt" type="text/vtt"/></item>',
    ),
  },
  'transcript-elsewhere': {
    severity: 'warning',
    holds:
      'The transcripts that a feed names lie beside it, under the names that their addresses end with.',
    why: 'Nothing is fetched by itself: what comes into the archive, a person has saved and seen.',
    wrong: file('feed.xml', '<podcast:transcript url="https://example.org/12.vtt"/>'),
    right: {
      path: 'feed.xml',
      text: '<podcast:transcript url="https://example.org/12.vtt"/>',
      beside: { '12.vtt': whole },
    },
  },
  rss: {
    severity: 'error',
    holds: 'A feed is whole, and has episodes.',
    why: 'What a browser shows of a feed is often not what it holds.',
    wrong: file('feed.xml', '<rss><channel><title>Tides</title></channel></rss>'),
    right: file('feed.xml', '<rss><channel><item><title>Tides</title></item></channel></rss>'),
  },
  'no-proceedings': {
    severity: 'error',
    holds: 'A transcript of the Supreme Court has `P R O C E E D I N G S` above its first words.',
    why: 'It tells the hearing from the cover and the contents.',
    wrong: file('hearing.txt', ' 1          MR. FIELD:   It is late.\n'),
    right: file(
      'hearing.txt',
      ' 1          P R O C E E D I N G S\n 2          MR. FIELD:   It is late.\n',
    ),
  },
  'line-without-number': {
    severity: 'warning',
    holds: 'Lines of speech have numbers where all others have.',
    why: 'Those without one are heads and feet of pages, and are left out.',
    wrong: file('hearing.txt', ' 1          MR. FIELD:   It is\n     late.\n'),
    right: file('hearing.txt', ' 1          MR. FIELD:   It is\n 2   late.\n'),
  },
  'pages-left-out': {
    severity: 'warning',
    holds: 'A transcript with numbered lines has them to its end.',
    why: 'Pages without are an index of words, most often, and are left out.',
    wrong: file('hearing.txt', ' 1          MR. FIELD:   It is late.\n\flate 1:1'),
    right: file('hearing.txt', ' 1          MR. FIELD:   It is late.\n'),
  },
  'no-sentences': {
    severity: 'error',
    holds: 'A list of who says which sentence comes with the sentences.',
    why: 'It has numbers, and no words.',
    wrong: file('tides.json', '{ "sentenceMetadata": [["0", 6, 4, 9]] }'),
    right: {
      path: 'tides.json',
      text: '{ "sentenceMetadata": [["0", 6, 4, 9]] }',
      beside: { 'tides.tsv': '0\tIt is late.\n' },
    },
  },
  'sentence-row': {
    severity: 'warning',
    holds: 'Every line of a table of sentences is a number, a tab and a sentence.',
    why: 'Without a number nobody can tell who says it.',
    wrong: file('tides.tsv', '0\tIt is late.\nSo late.\n'),
    right: file('tides.tsv', '0\tIt is late.\n1\tSo late.\n'),
  },
} as const satisfies Rules;
