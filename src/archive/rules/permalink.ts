import type { Rules } from './rule.ts';

const ledger = (text: string) => ({ path: 'ledger/tides.ids', text });
const head =
  'ledger 1\ncanon q1\npath episodes/talk/tides.md\ntranscript 0123456789abcdef0123456789abcdef01234567\n';

/** Rules about addresses that must last: the ledger, and what a change does to published quotes. */
export const permalinkRules = {
  'ledger-line': {
    severity: 'error',
    holds: 'A ledger is as `npm run ids` wrote it.',
    why: 'A line that cannot be read is an address that would die.',
    wrong: ledger(`${head}\nq7k2m9xqp is about the tide\n`),
    right: ledger('(as `npm run ids` writes it)'),
  },
  'ledger-version': {
    severity: 'error',
    holds: 'A ledger has the form that this version of the generator writes.',
    why: 'Another form may mean something else by the same words.',
    wrong: ledger(head.replace('ledger 1', 'ledger 99')),
    right: ledger('(as `npm run ids` writes it)'),
  },
  'ledger-alias': {
    severity: 'error',
    holds: 'An alias leads to a quote of the same ledger.',
    why: 'Otherwise the address leads nowhere.',
    wrong: ledger(`${head}\nq5d8k2abc 1 9b1c77e2a4f0c3d2 merged 2026-05-01 q7k2m9xqp jo-field\n`),
    right: ledger('(as `npm run ids` writes it)'),
  },
  'ledger-id-twice': {
    severity: 'error',
    holds: 'An id stands once in the whole ledger.',
    why: 'An address leads to one quote.',
    wrong: ledger(`${head}\nq7k2m9xqp …\nq7k2m9xqp …\n`),
    right: ledger('(as `npm run ids` writes it)'),
  },
  'history-line': {
    severity: 'error',
    holds: 'A history is as `npm run ids` wrote it.',
    why: 'A line that cannot be read is an earlier wording that would be lost.',
    wrong: { path: 'history/tides.jsonl', text: 'It was late.\n' },
    right: { path: 'history/tides.jsonl', text: '(as `npm run ids` writes it)' },
  },
  'old-words-missing': {
    severity: 'error',
    holds: 'The words that the ledger was made from can be found in git.',
    why: 'Without them nobody can say what became of a published quote.',
    wrong: { path: 'ledger/tides.ids', text: '(in a copy of the repository without its history)' },
    right: { path: 'ledger/tides.ids', text: 'git fetch --unshallow' },
  },
  'taken-down': {
    severity: 'error',
    holds: 'Words that were taken down stay away.',
    why: 'Somebody asked for them to go, and was promised that they would.',
    wrong: '**Jo Field:** (words that were taken down before)',
    right: '**Jo Field:** (other words)',
  },
  'ledger-touched': {
    severity: 'error',
    holds: 'A change to the archive leaves `content/ledger` and `content/history` alone.',
    why: 'They are written on the main branch alone: so nobody can give an address other words.',
    wrong: { path: 'ledger/tides.ids', text: '(edited in a pull request)' },
    right: { path: 'ledger/tides.ids', text: '(as on the main branch)' },
  },
  'id-lost': {
    severity: 'error',
    holds: 'Every published id stays in the ledger, if only with a notice.',
    why: 'An address that somebody cited must answer for ever.',
    wrong: { path: 'ledger/tides.ids', text: '(a line deleted)' },
    right: { path: 'ledger/tides.ids', text: '(every line that was there)' },
  },
  'change-unaccounted': {
    severity: 'error',
    holds: 'A corrected transcript is still the one that it was.',
    why: 'If hardly a word is the same, its addresses would all become notices. Most often the wrong file was saved.',
    wrong: '**Jo Field:** (another recording’s words)',
    right: '**Jo Field:** (this recording’s words, corrected)',
  },
  'episode-withdrawn': {
    severity: 'warning',
    holds: 'A change deletes no episode by accident.',
    why: 'Its addresses stay, but they say that the words are gone.',
    wrong: { path: 'episodes/talk/tides.md', text: '(deleted)' },
    right: { path: 'episodes/talk/tides.md', text: '(still there)' },
    except: 'If it is meant, nothing has to be done.',
  },
  'transcript-copied': {
    severity: 'warning',
    holds: 'A recording is in the archive once.',
    why: 'Its quotes would have two addresses each.',
    wrong: { path: 'episodes/talk/tides-2.md', text: '(the words of `tides.md` once more)' },
    right: {
      path: 'episodes/talk/tides-2.md',
      text: '---\ntitle: The tides, again\nrepeats: tides\n---\n',
    },
    except: '`repeats: tides` in the front matter says that it was published twice.',
  },
  'base-unknown': {
    severity: 'error',
    holds: '`--base` names a branch or a commit that this copy of the repository has.',
    why: 'Otherwise there is nothing to compare with.',
    wrong: { path: 'archive.yaml', text: 'npm run check -- --base orign/main' },
    right: { path: 'archive.yaml', text: 'npm run check -- --base origin/main' },
  },
} as const satisfies Rules;
