import type { Rules } from './rule.ts';

/** Rules about letters and words, and about the times beside them. */
export const wordRules = {
  'hidden-character': {
    severity: 'warning',
    holds: 'A text has no characters that nobody can see and that do nothing.',
    why: 'Search does not find a word with one inside, and a name with one is another name.',
    wrong: '**Jo Field:** The har\u200bbour office opened.',
    right: '**Jo Field:** The harbour office opened.',
    fix: 'Takes them away.',
    except:
      'Joiners in Persian, Indic and other scripts and in emoji, direction marks beside right-to-left letters and breaks in scripts without blanks do something, and stay.',
  },
  'direction-control': {
    severity: 'warning',
    holds: 'A text has no characters that turn the direction of what follows.',
    why: 'With them, words can be shown in another order than they are written and searched. Pages set the direction of each quote themselves.',
    wrong: '**Jo Field:** The \u202etide\u202c is late.',
    right: '**Jo Field:** The tide is late.',
    fix: 'Takes them away.',
  },
  'mixed-script': {
    severity: 'warning',
    holds: 'A word is written in one alphabet.',
    why: 'Letters of two alphabets can look alike: whoever types the word does not find it.',
    wrong: '**Jo Field:** The h\u0430rbour office opened.',
    right: '**Jo Field:** The harbour office opened.',
  },
  'garbled-letters': {
    severity: 'warning',
    holds: 'Letters are those that were meant, not what a wrong encoding made of them.',
    why: 'Once a text was read in the wrong encoding, é is Ã© or a black question mark.',
    wrong: '**Jo Field:** The cafÃ© by the harbour.',
    right: '**Jo Field:** The café by the harbour.',
  },
  'many-unclear': {
    severity: 'warning',
    holds: 'Few passages are marked as `[inaudible]`, `[unintelligible]` or `[crosstalk]`.',
    why: 'Honest marks are welcome. Where there are very many, listening once more is worth it.',
    wrong: `**Jo Field:** ${'The [inaudible] of the harbour. '.repeat(12).trim()}`,
    right: '**Jo Field:** The first table of the harbour, and the [inaudible] below it.',
    except: 'Fewer than ten in an episode, or fewer than one in a hundred words, are never told.',
  },
  'time-form': {
    severity: 'warning',
    holds: 'A time at the start of a paragraph is written `[00:04:33]`.',
    why: 'In another form it is read as words that somebody said.',
    wrong: '**Jo Field:** [1:2:3] It is late.\n\n［01:04:33］ So late.',
    right: '**Jo Field:** [01:02:03] It is late.\n\n[01:04:33] So late.',
    fix: 'Writes times with two digits for each part, and with plain brackets.',
  },
  'time-order': {
    severity: 'warning',
    holds: 'Times go up from the beginning to the end.',
    why: 'A link to the recording would lead to the wrong second. Most often a digit was mistyped.',
    wrong: '**Jo Field:** [00:10:00] It is late.\n\n**Ann Reed:** [00:01:30] It is not.',
    right: '**Jo Field:** [00:10:00] It is late.\n\n**Ann Reed:** [00:10:30] It is not.',
    except: 'Two people who speak at once may be some seconds apart.',
  },
  'time-beyond': {
    severity: 'warning',
    holds: 'No time lies after the end of the recording.',
    why: 'A link to it would play nothing. The time is wrong, or the `duration` is.',
    wrong: {
      path: 'episodes/talk/tides.md',
      text: '---\ntitle: The tides\nduration: 00:20:00\n---\n\n**Jo Field:** [00:43:00] It is late.\n',
    },
    right: {
      path: 'episodes/talk/tides.md',
      text: '---\ntitle: The tides\nduration: 00:50:00\n---\n\n**Jo Field:** [00:43:00] It is late.\n',
    },
  },
} as const satisfies Rules;
