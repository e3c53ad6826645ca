import type { Rules } from './rule.ts';

/** Rules about how a transcript is written: labels, headings, blocks, links. */
export const transcriptRules = {
  'unknown-label': {
    severity: 'error',
    holds: 'A paragraph that starts like a label names somebody the archive knows.',
    why: 'Without a speaker of that name its words would go to whoever spoke before.',
    wrong: '**Jo Field:** It is late.\n\nMarlow Finch: It is not.',
    right: '**Jo Field:** It is late.\n\n**Ann Reed:** It is not.',
    except:
      'Speech that only looks like a label is typed with a backslash: `Remember\\: it is late.` “Audience”, “Unknown” and “Speaker 1” need no file.',
  },
  'label-in-block': {
    severity: 'warning',
    holds:
      'A speaker’s name stands at the start of a paragraph, not inside a list, a block quote or code.',
    why: 'A block is one quote, of one speaker: all in it would be said by the one before.',
    wrong: '**Jo Field:** We asked everybody.\n\n- Jo Field: It is late.\n- Ann Reed: It is not.',
    right: '**Jo Field:** It is late.\n\n**Ann Reed:** It is not.',
  },
  'label-without-colon': {
    severity: 'warning',
    holds: 'A speaker’s name in bold at the start of a paragraph has a colon.',
    why: 'Without it the name is read as words of the speaker before, and so is what follows.',
    wrong: '**Jo Field:** It is late.\n\n**Ann Reed**\n\nIt is not.',
    right: '**Jo Field:** It is late.\n\n**Ann Reed:**\n\nIt is not.',
  },
  'label-as-heading': {
    severity: 'warning',
    holds: 'A heading is the title of a chapter, not the name of a speaker.',
    why: 'As a chapter it names no speaker: what follows would go to whoever spoke before.',
    wrong: '**Jo Field:** It is late.\n\n## Ann Reed\n\nIt is not.',
    right: '**Jo Field:** It is late.\n\n## Ann Reed:\n\nIt is not.',
    except: 'For a chapter about somebody, say more than the name: `## Ann Reed and the tables`.',
  },
  'heading-as-label': {
    severity: 'warning',
    holds: 'The title of a chapter starts with `##`.',
    why: 'A line in bold is read as words that somebody said.',
    wrong:
      '**Jo Field:** It is late.\n\n**The first tables**\n\n**Ann Reed:** Nobody wrote them down.',
    right:
      '**Jo Field:** It is late.\n\n## The first tables\n\n**Ann Reed:** Nobody wrote them down.',
    except: 'Words that were spoken with all that weight end with a full stop, as speech does.',
  },
  'code-open': {
    severity: 'error',
    holds: 'A block of code that starts with a line of three backquotes ends with one.',
    why: 'Otherwise all that follows, speakers and all, would be code.',
    wrong: '**Jo Field:** I typed this.\n\n```\ntide --now\n\nAnd then it told me.',
    right: '**Jo Field:** I typed this.\n\n```\ntide --now\n```\n\nAnd then it told me.',
  },
  underlined: {
    severity: 'warning',
    holds: 'A line of `---` has an empty line above it.',
    why: 'Right below a paragraph it makes a heading of it in Markdown; here the paragraph stays speech.',
    wrong: '**Jo Field:** It is late.\n---\n\n**Ann Reed:** It is not.',
    right: '**Jo Field:** It is late.\n\n---\n\n**Ann Reed:** It is not.',
  },
  'nested-too-deep': {
    severity: 'error',
    holds: 'Quotes, lists and emphases stand in each other a few hundred levels deep at most.',
    why: 'No text needs more, and reading them would take for ever.',
    wrong: `**Jo Field:** It is late.\n\n${'> '.repeat(400)}so late`,
    right: '**Jo Field:** It is late.\n\n> laughter',
  },
  'link-not-allowed': {
    severity: 'warning',
    holds: 'A link goes to https, http, mailto or a page of the archive.',
    why: 'Other addresses can run programs, or lead nowhere. The words stay, the link does not.',
    wrong: '**Jo Field:** Look at [the table](javascript:alert).',
    right: '**Jo Field:** Look at [the table](https://example.org/table).',
  },
  'repeated-paragraph': {
    severity: 'warning',
    holds: 'A paragraph does not say the same words as the one before it.',
    why: 'Nobody says a long sentence twice word for word: most often it was pasted twice.',
    wrong:
      '**Jo Field:** Nobody wrote the tables down before the harbour did.\n\nNobody wrote the tables down before the harbour did.',
    right: '**Jo Field:** Nobody wrote the tables down before the harbour did.',
    except:
      'Paragraphs of fewer than eight words, and those of two speakers, may repeat each other. A refrain can stand in one paragraph.',
  },
  'long-quote': {
    severity: 'warning',
    holds: 'A paragraph is short enough to be cited: at most 1,500 words.',
    why: 'A paragraph is what a permalink points at. One that goes on for pages points at nothing in particular.',
    wrong: `**Jo Field:** ${'It was late. '.repeat(501).trim()}`,
    right: '**Jo Field:** It was late.\n\nAnd then it was not.',
    except:
      '`longestQuote: 3000` in `archive.yaml` is another limit, in words; `longestQuote: 0` is none.',
  },
} as const satisfies Rules;
