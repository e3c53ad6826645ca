import type { Example, Rules } from './rule.ts';

const transcript = '---\ntitle: The tides\n---\n\n**Jo Field:** It is late.\n';

/** A transcript where a limit is lower than anybody’s. */
const limited = (name: string, most: number, text: string): Example => ({
  path: 'episodes/talk/lamps.md',
  text,
  beside: {
    'archive.yaml': `title: Harbour\nurl: https://example.org/\nlimits: { ${name}: ${most} }\n`,
  },
});

/** Rules about files: their names, their places, how they are saved. */
export const fileRules = {
  'no-archive': {
    severity: 'error',
    holds: 'The content folder has a file `archive.yaml` with the archive’s title and address.',
    why: 'Without it nobody knows what the archive is called, nor where it will be published.',
    wrong: { path: 'archive.yml', text: 'title: Harbour\nurl: https://example.org/\n' },
    right: { path: 'archive.yaml', text: 'title: Harbour\nurl: https://example.org/\n' },
  },
  'unknown-file': {
    severity: 'error',
    holds: 'Every file in the content folder is one that the archive shows.',
    why: 'A file in the wrong place would be left out, and nobody would notice.',
    wrong: { path: 'speakers/jo.txt', text: 'Jo Field' },
    right: { path: 'speakers/jo.md', text: '---\nname: Jo Waters\n---\n' },
    except: 'Files and folders whose names start with a dot are left alone.',
  },
  'file-name': {
    severity: 'error',
    holds: 'A file’s name has only a–z, 0–9 and hyphens, and an ending in lower case.',
    why: 'The name becomes an address, which must be the same on every computer and for ever.',
    wrong: { path: 'episodes/talk/Tide Tables.md', text: transcript },
    right: { path: 'episodes/talk/tide-tables.md', text: transcript },
  },
  'no-show': {
    severity: 'error',
    holds: 'An episode stands in the folder of its show.',
    why: 'The folder says which series a recording belongs to.',
    wrong: { path: 'episodes/lamps.md', text: transcript },
    right: { path: 'episodes/talk/lamps.md', text: transcript },
  },
  'mdx-refused': {
    severity: 'error',
    holds: 'Only collections are `.mdx` files.',
    why: 'MDX can be a program. Transcripts come from anybody, and nothing in them may run.',
    wrong: { path: 'episodes/talk/lamps.mdx', text: transcript },
    right: { path: 'episodes/talk/lamps.md', text: transcript },
  },
  'mdx-expected': {
    severity: 'error',
    holds: 'A collection is a `.mdx` file.',
    why: 'Its text may hold `<Quote …>`, which plain Markdown does not know.',
    wrong: { path: 'collections/fog.md', text: '---\ntitle: Fog\n---\n\nOn fog.\n' },
    right: { path: 'collections/fog.mdx', text: '---\ntitle: Fog\n---\n\nOn fog.\n' },
  },
  'symbolic-link': {
    severity: 'error',
    holds: 'A file is a file, not a link to one.',
    why: 'A link may point at anything on the computer that builds the site, and would publish it.',
    wrong: { path: 'episodes/talk/lamps.md', text: '→ ../../../elsewhere.md' },
    right: { path: 'episodes/talk/lamps.md', text: transcript },
  },
  'not-a-file': {
    severity: 'error',
    holds: 'What lies in the content folder is a file or a folder.',
    why: 'Reading from a device or a pipe might never end.',
    wrong: { path: 'episodes/talk/lamps.md', text: '(a named pipe)' },
    right: { path: 'episodes/talk/lamps.md', text: transcript },
  },
  'not-utf-8': {
    severity: 'error',
    holds: 'A file is saved as UTF-8.',
    why: 'In another encoding letters such as é or ü are other letters, or none. They are never guessed.',
    wrong: { path: 'episodes/talk/lamps.md', text: '**Jo Field:** The caf\ufffd by the harbour.' },
    right: { path: 'episodes/talk/lamps.md', text: '**Jo Field:** The café by the harbour.' },
  },
  'byte-order-mark': {
    severity: 'warning',
    holds: 'A file starts with its first letter, not with an invisible mark.',
    why: 'Some editors write a byte order mark. It means nothing in UTF-8, and other programs stumble over it.',
    wrong: { path: 'episodes/talk/lamps.md', text: `\ufeff${transcript}` },
    right: { path: 'episodes/talk/lamps.md', text: transcript },
    fix: 'Takes the mark away.',
  },
  'line-ends': {
    severity: 'warning',
    holds: 'Lines end as everywhere in the archive: with a line feed alone.',
    why: 'With the ends of Windows, every line counts as changed when somebody corrects one word.',
    wrong: { path: 'episodes/talk/lamps.md', text: transcript.replaceAll('\n', '\r\n') },
    right: { path: 'episodes/talk/lamps.md', text: transcript },
    fix: 'Writes every line end as a line feed.',
  },
  'key-taken': {
    severity: 'error',
    holds: 'No two episodes have the same file name, whatever folders they are in.',
    why: 'The name is the address of the episode.',
    wrong: {
      path: 'episodes/news/lamps.md',
      text: transcript,
      beside: { 'episodes/talk/lamps.md': transcript, 'shows/news.md': '---\ntitle: News\n---\n' },
    },
    right: {
      path: 'episodes/news/news-lamps.md',
      text: transcript,
      beside: { 'episodes/talk/lamps.md': transcript, 'shows/news.md': '---\ntitle: News\n---\n' },
    },
  },
  'key-retired': {
    severity: 'error',
    holds: 'A new episode has a name that no episode ever had.',
    why: 'The old name is the address of another recording, and will always be.',
    wrong: {
      path: 'episodes/talk/lamps.md',
      text: transcript,
      beside: {
        'ledger/lamps.ids':
          'ledger 1\ncanon q1\npath episodes/talk/lamps-of-old.md\ntranscript 0123456789abcdef0123456789abcdef01234567\ngone 2024-03-02\n',
      },
    },
    right: { path: 'episodes/talk/lamps-again.md', text: transcript },
  },
  'unknown-image': {
    severity: 'error',
    holds: 'A picture that a file names lies in `public/`.',
    why: 'The page would show an empty frame.',
    wrong: {
      path: 'speakers/jo-field.md',
      text: '---\nname: Jo Field\nimage: /portraits/no-such-picture.jpg\n---\n',
    },
    right: { path: 'speakers/jo-field.md', text: '---\nname: Jo Field\n---\n' },
  },
  'foreign-image': {
    severity: 'warning',
    holds: 'A picture comes from the archive itself.',
    why: 'Pages load nothing from other sites: readers are nobody else’s business.',
    wrong: {
      path: 'speakers/jo-field.md',
      text: '---\nname: Jo Field\nimage: https://pictures.example/jo.jpg\n---\n',
    },
    right: { path: 'speakers/jo-field.md', text: '---\nname: Jo Field\n---\n' },
  },
  'file-too-large': {
    severity: 'error',
    holds: 'A file has at most 5,000,000 bytes.',
    why: 'A file that nobody can look through cannot be reviewed, and could stop every build.',
    wrong: limited('fileBytes', 50, transcript),
    right: { path: 'episodes/talk/lamps.md', text: transcript },
    except: 'A keeper raises it in `archive.yaml`: `limits: { fileBytes: 8000000 }`.',
  },
  'line-too-long': {
    severity: 'error',
    holds: 'A line, and so a paragraph, has at most 64,000 bytes; so has a quote in JSON.',
    why: 'Nobody can cite or read what has no paragraphs.',
    wrong: limited('lineBytes', 24, transcript),
    right: { path: 'episodes/talk/lamps.md', text: transcript },
    except: 'A keeper raises it in `archive.yaml`: `limits: { lineBytes: 100000 }`.',
  },
  'too-many-quotes': {
    severity: 'error',
    holds: 'An episode has at most 20,000 quotes.',
    why: 'No recording has more; a page that long opens on no telephone.',
    wrong: limited('quotes', 1, `${transcript}\n**Jo Field:** So late.\n`),
    right: { path: 'episodes/talk/lamps.md', text: transcript },
    except: 'A keeper raises it in `archive.yaml`: `limits: { quotes: 30000 }`.',
  },
  'too-many-speakers': {
    severity: 'error',
    holds: 'An episode has at most 200 speakers.',
    why: 'Where there are more, words before a colon were taken for names, most often.',
    wrong: limited('speakers', 1, `${transcript}\n**Ann Reed:** So late.\n`),
    right: { path: 'episodes/talk/lamps.md', text: transcript },
    except: 'A keeper raises it in `archive.yaml`: `limits: { speakers: 400 }`.',
  },
} as const satisfies Rules;
