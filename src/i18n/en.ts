import { counted } from './form.ts';
import { calendarWords } from './calendar.ts';
import { chartWords } from './chart.ts';
import { correctionWords } from './correction.ts';
import { essayWords } from './essay.ts';
import { finderWords } from './finder.ts';
import { findWords } from './find.ts';
import { partWords } from './part.ts';
import { savedWords } from './saved.ts';
import { beginWords } from './begin.ts';
import { docsWords } from './docs.ts';
import { topicWords } from './topic.ts';
import { networkWords } from './network.ts';
import { gapsWords } from './gaps.ts';
import { statsWords } from './stats.ts';
import { peopleWords } from './people.ts';
import { stripWords } from './strip.ts';
import { trendWords } from './trends.ts';

const n = (one: string, other: string) => counted('en', { one, other });

/** The interface in English; every other language has the same keys. */
export const en = {
  skip: 'Skip to the content',
  menu: 'Main',
  home: 'Home',
  episodes: 'Episodes',
  shows: 'Shows',
  speakers: 'Speakers',
  topics: 'Topics',
  search: 'Search',
  about: 'About',
  cite: 'How to cite',
  notFound: 'Page not found',
  notFoundText:
    'There is no page at this address. Search for the words, or start from one of these:',
  searchLabel: 'Search the archive',
  searchHint: 'Words, or “a phrase”',
  searchButton: 'Search',
  countEpisodes: n('# episode', '# episodes'),
  countQuotes: n('# quote', '# quotes'),
  countWords: n('# word', '# words'),
  countSpeakers: n('# speaker', '# speakers'),
  countTurns: n('# turn', '# turns'),
  newest: 'Newest episodes',
  allEpisodes: 'All episodes',
  allShows: 'All shows',
  allSpeakers: 'All speakers',
  allTopics: 'All topics',
  mostPresent: 'Most quoted',
  featured: 'Chosen quotes',
  noDate: 'Without a date',
  date: 'Date',
  year: 'Year',
  duration: 'Length',
  language: 'Language',
  source: 'Source',
  status: 'Review',
  license: 'Licence',
  transcriber: 'Transcript by',
  edit: 'Edit this transcript',
  editPage: 'Edit this text',
  data: 'Data (JSON)',
  listen: 'Recording',
  machine: 'machine transcript',
  reviewed: 'reviewed',
  verified: 'verified',
  machineText: 'Made by a machine and not yet read by a person: it may contain mistakes.',
  reviewedText: 'Read and corrected by a person.',
  verifiedText: 'Compared with the recording, word for word.',
  podcast: 'Podcast',
  meeting: 'Public meeting',
  lectures: 'Lecture series',
  other: 'Series',
  participants: 'In this recording',
  firstWords: (name: string) => `Go to the first words of ${name}`,
  chapters: 'Chapters',
  transcript: 'Transcript',
  translations: 'The same recording in other languages',
  unknownSpeaker: 'Speaker not named',
  permalink: 'Link to this quote',
  copied: 'The link to this quote is copied.',
  note: 'Not speech',
  quotes: 'Quotes',
  quotesOf: (name: string) => `What ${name} said`,
  range: (from: string, to: string, total: string) =>
    `Quotes ${from} to ${to} of ${total}, counted from the oldest`,
  newer: 'Newer',
  older: 'Older',
  latest: 'Newest',
  pages: 'Pages of this list',
  pageNumber: (number: string) => `page ${number}`,
  appearances: 'Appearances',
  overTime: 'Over time',
  alsoKnown: 'Also:',
  links: 'Links',
  role: 'Role',
  in: 'in',
  broader: 'Broader',
  narrower: 'Narrower',
  terms: 'Words that belong to it',
  repository: 'Source of this archive',
  contact: 'Contact',
  letters: 'Jump to a letter',
  otherLetters: '#',
  aboutWhat: 'What this is',
  aboutCounted: 'How things are counted',
  aboutQuote:
    'A quote is the smallest part that can be cited: one paragraph of a transcript. It has an address of its own.',
  aboutTurn: 'A turn is one speaker until the next. An appearance is one speaker in one episode.',
  aboutWordCount:
    'Words are runs of letters and digits; each Chinese or Japanese character counts as one. Laughter, breaks and stage directions are no speech and are not counted.',
  aboutAnonymous:
    'Voices that a transcript does not name, such as “Audience”, have no page of their own.',
  aboutContribute: 'How to contribute',
  aboutContributeText:
    'The transcripts are plain text files in a public repository. Each page has a link to the file behind it; whoever finds a mistake can propose a correction there.',
  aboutData: 'Take the data along',
  aboutDataText:
    'Every episode, speaker, show and topic has a twin for programs: add index.json to its address.',
  citeLink: 'Link to a quote',
  citeLinkText:
    'Every paragraph of a transcript has an address. It stands in the margin, as the time or as ¶: follow it, copy it, and it leads back to these words in their context.',
  citeCitation: 'Cite it',
  citeCitationText:
    'A citation names who spoke, the recording, the day and the address; say so when the transcript was made by a machine.',
  citeExample: 'An example from this archive',
  citeStatus: 'How far a transcript can be trusted',
  printed: 'From',
  searchEmpty:
    'Type words to search for. Results are quotes: what somebody said, in their own words.',
  searchNone: 'No quote has all of these words.',
  searchNoneHint: 'Try fewer words, another form of them, or all speakers.',
  searching: 'Searching …',
  searchFailed:
    'The search index could not be loaded. Check the connection and search again, or browse:',
  searchDev:
    'There is no search index yet. Type npm run build: it makes one, and this page uses it.',
  searchNoScript: 'Searching needs JavaScript. Without it, browse:',
  searchMore: 'Show more',
  searchAllSpeakers: 'All speakers',
  searchAllShows: 'All shows',
  speaker: 'Speaker',
  show: 'Show',
  countShown: n('# quote shown', '# quotes shown'),
  searchMoreExist: 'there are more',
  searchPerhapsMore: 'there may be more',
  searchThatIsAll: 'that is all',
  find: findWords.en,
  calendar: calendarWords.en,
  chart: chartWords.en,
  correction: correctionWords.en,
  essay: essayWords.en,
  gaps: gapsWords.en,
  people: peopleWords.en,
  network: networkWords.en,
  stats: statsWords.en,
  strip: stripWords.en,
  trends: trendWords.en,
  saved: savedWords.en,
  docs: docsWords.en,
  begin: beginWords.en,
  topic: topicWords.en,
  part: partWords.en,
  finder: finderWords.en,
  citation: {
    quoted: (text: string) => `“${text}”`,
    comma: ', ',
    stop: '. ',
    bracketed: (text: string) => ` (${text})`,
    titled: (title: string) => title,
    revision: (number: string) => `revision ${number}`,
    copyLink: 'Copy link',
    copy: 'Copy quote and citation',
    copied: 'The quote and its citation are copied.',
    copyRange: 'Copy link to this range',
    rangeCopied: 'The link to this range is copied.',
    card: 'card',
  },
  past: {
    onDay: (day: string) => `on ${day}`,
    sinceLast: 'since this page was last published',
    untilDay: (day: string) => `until ${day}`,
    untilLast: 'until this page was last published',
    mark: {
      reworded: 'corrected',
      reattributed: 'reattributed',
      split: 'split',
      merged: 'joined',
      returned: 'restored',
    },
    changed: {
      reworded: (when: string) => `Corrected ${when}`,
      reattributed: (when: string) => `Reattributed ${when}`,
      split: (when: string) => `Split ${when}`,
      merged: (when: string) => `Words of another quote were merged into it ${when}`,
      returned: (when: string) => `Removed ${when} and restored later`,
    },
    countEarlier: n('# earlier wording', '# earlier wordings'),
    attributedTo: (name: string) => `attributed to ${name}`,
    sameWords: 'The words were the same.',
    wordsRemoved: 'These words were removed.',
    wordsWithheld: (reason: string) => `An earlier wording was taken down: ${reason}`,
    partsIn: 'The rest of these words is now in',
    ownQuote: 'a quote of its own',
    added: 'added:',
    removed: 'removed:',
    aliased: (when: string) => `The words linked to became part of this quote ${when}.`,
    gone: {
      removed: (until: string) => `A quote stood here ${until}. Its words were removed.`,
      rewritten: (until: string) =>
        `A quote stood here ${until}. Its words were rewritten; what stands here now may be something else.`,
      ambiguous: (until: string) =>
        `A quote stood here ${until}. Its words changed, and it cannot be told with certainty which quote has them now.`,
      drifted: (until: string) =>
        `A quote stood here ${until}. Correction by correction its words had become others than those first cited.`,
      'too-short': (until: string) =>
        `A quote stood here ${until}. Its words changed, and it is too short to be told from others.`,
    },
    takenDown: (when: string, reason: string) =>
      `Words were taken down here ${when}. Ground: ${reason}`,
    countGone: n('# quote stood here', '# quotes stood here'),
    lastWords: 'What it said',
    before: 'before it',
    after: 'after it',
    newAddress: 'This recording has a new address',
    newAddressText: 'All of its quotes are there; each of these links leads to one.',
    withdrawn: 'This transcript was withdrawn',
    withdrawnText: (when: string) =>
      `It was withdrawn ${when}. Its quotes keep their addresses, and say here what became of them.`,
    pageMoved: 'This page has a new address',
    lost: 'Nothing stands here any more',
    lostText: 'There was a page at this address. What it showed is in this archive no longer.',
    lostList: 'This page of a list is empty now. What is left of the list begins here:',
    goTo: 'Go to',
  },
  card: {
    inContext: 'Read it in context',
    before: 'Just before',
    after: 'Just after',
    cite: 'To cite it',
    history: 'What it said before',
    lost: 'This quote is gone',
    takenDown: 'These words were taken down',
  },
  lasting: {
    heading: 'Revision and digest',
    revision:
      'A quote keeps its address when its words or its speaker are corrected, and its revision counts on from 1. The earlier wordings stand beside it.',
    digest:
      'The digest behind sha256: is made of the words alone: the first 16 characters of their SHA-256, with each run of spaces as one. Who has the words can check, today and in thirty years, that they are the ones that were cited:',
    words: 'The words of the quote.',
    ranges: 'Several quotes in a row',
    rangesText:
      'Select words across them, and a button offers the link of the whole range. Its address names the last quote and then the first; without JavaScript it still leads to the first.',
    terms: 'What became of a quote',
    corrected:
      'The transcript was wrong and has been put right. The address is the same, the revision is new, and the earlier wording can be read beside the quote.',
    merged: 'What were two quotes is one. Both addresses lead to it.',
    removed:
      'The words are no longer in the transcript. Their address stays, and says since when; the digest still proves a citation.',
    takenDown:
      'The words had to go, for the ground that is named. They are in no page, search or file of this archive; the address stays and says so.',
    names: {
      corrected: 'corrected',
      merged: 'merged',
      removed: 'removed',
      takenDown: 'taken down',
    },
  },
  verify: {
    title: 'Verify a citation',
    lead: 'Were these words really said here? Paste the address of a quote and the words as they were cited: the archive says whether they are its words today, were its words once, or never were.',
    link: 'Address of the quote',
    linkHint: 'A permalink, or the id alone',
    words: 'Cited words',
    wordsHint: 'Or paste a whole citation here, and leave the address empty.',
    button: 'Verify',
    noScript:
      'The words are compared by JavaScript, in your own browser. Without it, type this in a copy of the archive:',
    working: 'Comparing …',
    needLink:
      'There is no address of a quote in this, nor an id. An id is q and eight letters or digits; it stands at the end of a quote’s address.',
    needWords: 'Now the cited words: without them there is nothing to compare.',
    foreign: 'The address names another site, {site}.',
    foreignUnknown:
      'The address is one of another site, {site}, and this archive has no quote {id}. Verify it there.',
    failed:
      'The archive could not be read. Check the connection and try again; nothing is wrong with the citation.',
    goTo: 'To the quote',
    fromPublished: 'From the archive’s words to the cited ones',
    fromEarlier: 'From the cited words to those of today',
    legend: 'Struck out: only in the first. Underlined: only in the second.',
  },
  verdict: {
    current:
      'Identical. These are the words of quote {id} as it stands today (revision {revision}).',
    currentRange: 'Identical. These are the words from quote {id} on, as they stand today.',
    reattributed: 'Until {date} they were attributed to {from}; since then to {to}.',
    earlier: {
      reworded:
        'Identical to an earlier wording. Quote {id} had these words until {date} (revision {revision}); it was corrected then.',
      split:
        'Identical to an earlier wording. Quote {id} had these words until {date} (revision {revision}); then it was split, and a part of them became a quote of its own.',
      merged:
        'Identical to an earlier wording. Quote {id} had these words until {date} (revision {revision}); then the words of another quote were joined to them.',
      reattributed:
        'Identical to an earlier wording. Quote {id} had these words until {date} (revision {revision}); they were attributed to another speaker then, and changed later.',
      returned:
        'Identical to an earlier wording. Quote {id} had these words until {date} (revision {revision}).',
    },
    earlierRange:
      'Identical to an earlier wording. From quote {id} on, these words stood here until {date}; something in them was corrected then.',
    merged:
      'Identical. Quote {id} had these words until {date}; since then they are part of quote {into}.',
    removed:
      'These very words were quote {id} until {date}, and were removed from the transcript then. The archive shows them no more; their digest proves that they stood there.',
    rewritten:
      'These very words were quote {id} until {date}. Then the passage was rewritten, and its id was not given to other words.',
    takenDown:
      'What was quote {id} was taken down on {date}: {reason} None of its words were kept, so nothing can be compared.',
    takenDownUndated:
      'What was quote {id} was taken down: {reason} None of its words were kept, so nothing can be compared.',
    part: 'These words stand in quote {id}, one after the other, but they are not all of it.',
    partEarlier:
      'These words stood in quote {id} until {date}, one after the other, but they were not all of it, and it was changed then.',
    nearly: 'Nearly. Quote {id} has these words with other punctuation, capitals or accents.',
    nearlyEarlier:
      'Nearly. Until {date}, quote {id} had these words with other punctuation, capitals or accents.',
    different: 'Different. These are not the words of quote {id}, and never were.',
    differentNear:
      'Different. These are not the words of quote {id}, and never were; nearest to them is what it says today.',
    differentEarlier:
      'Different. These are not the words of quote {id}, and never were; nearest to them is what it said until {date}.',
    elsewhere: 'Not at this address: these very words are quote {id}, in the same recording.',
    elsewhereEarlier:
      'Not at this address: these very words were quote {id}, in the same recording, until {date}.',
    unknown: 'This archive has no quote {id}, and never had. Is a letter of it missing?',
    hidden:
      'Of words that were removed from it only the digest is kept: whether these are a part of them cannot be told.',
    withheld: 'An earlier wording of it was taken down; that one cannot be compared.',
    lastChange: 'the last change',
  },
  changes: {
    title: 'Changes',
    lead: 'What became of quotes after they were published: corrections, other speakers, removals. A quote keeps its address through all of them, and nobody’s words are exchanged in silence.',
    none: 'Nothing has changed yet. Every quote stands as it was first published.',
    range: (from: string, to: string, total: string) =>
      `Changes ${from} to ${to} of ${total}, counted from the oldest`,
    unrecorded: 'Since the last publication',
    count: n('# change', '# changes'),
    more: n('# more change', '# more changes'),
    rule: {
      reworded: 'corrected',
      reattributed: 'another speaker',
      split: 'split',
      merged: 'merged',
      returned: 'removed, and restored later',
      removed: 'removed',
      rewritten: 'rewritten',
      ambiguous: 'cannot be told apart any more',
      drifted: 'has become another',
      'too-short': 'too short to be followed',
      'taken-down': 'taken down',
    },
    touches: {
      negation: 'a negation',
      number: 'a number',
      name: 'a name',
      words: '',
      punctuation: 'punctuation',
    },
    joined: 'another quote joined to it',
    from: (name: string) => `before: ${name}`,
    into: 'Its words are now in',
    rest: 'A part of its words is now in',
    deleted: 'The words were deleted, and are shown no more.',
    ground: 'Ground:',
    goneRecording: 'a recording that was withdrawn',
    about: 'Every change of a published quote is in a public list, with what it said before.',
  },
  ids: {
    title: 'Find a quote by its id',
    lead: 'Every quote has an id of its own, q and eight letters or digits, which never changes and never comes to mean another quote.',
    label: 'Id of a quote',
    button: 'Go to the quote',
    noScript:
      'Without JavaScript, choose the two characters after the q; the id stands in that list.',
    all: 'All ids, by the two characters after the q',
    prefix: (prefix: string) => `Ids that begin with q${prefix}`,
    count: n('# id', '# ids'),
    none: 'There is no quote in this archive yet.',
    malformed: 'This is no id: an id is q and eight letters or digits, such as q7k2m9xqp.',
    unknown: 'This archive has no quote {id}, and never had. Is a letter of it missing?',
  },
};
