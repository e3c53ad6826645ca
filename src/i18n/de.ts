import type { Words } from './index.ts';
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

const n = (one: string, other: string) => counted('de', { one, other });

export const de: Words = {
  skip: 'Zum Inhalt',
  menu: 'Hauptmenü',
  home: 'Start',
  episodes: 'Folgen',
  shows: 'Reihen',
  speakers: 'Personen',
  topics: 'Themen',
  search: 'Suche',
  about: 'Über das Archiv',
  cite: 'Zitieren',
  notFound: 'Seite nicht gefunden',
  notFoundText:
    'Unter dieser Adresse gibt es keine Seite. Suchen Sie nach den Worten, oder beginnen Sie hier:',
  searchLabel: 'Im Archiv suchen',
  searchHint: 'Wörter oder „ein Wortlaut“',
  searchButton: 'Suchen',
  countEpisodes: n('# Folge', '# Folgen'),
  countQuotes: n('# Zitat', '# Zitate'),
  countWords: n('# Wort', '# Wörter'),
  countSpeakers: n('# Person', '# Personen'),
  countTurns: n('# Redebeitrag', '# Redebeiträge'),
  newest: 'Neueste Folgen',
  allEpisodes: 'Alle Folgen',
  allShows: 'Alle Reihen',
  allSpeakers: 'Alle Personen',
  allTopics: 'Alle Themen',
  mostPresent: 'Am meisten zitiert',
  featured: 'Ausgewählte Zitate',
  noDate: 'Ohne Datum',
  date: 'Datum',
  year: 'Jahr',
  duration: 'Länge',
  language: 'Sprache',
  source: 'Quelle',
  status: 'Prüfung',
  license: 'Lizenz',
  transcriber: 'Abschrift von',
  edit: 'Diese Abschrift bearbeiten',
  editPage: 'Diesen Text bearbeiten',
  data: 'Daten (JSON)',
  listen: 'Aufnahme',
  machine: 'maschinelle Abschrift',
  reviewed: 'durchgesehen',
  verified: 'geprüft',
  machineText:
    'Von einer Maschine erstellt und noch von niemandem gelesen: Sie kann Fehler enthalten.',
  reviewedText: 'Von einem Menschen gelesen und berichtigt.',
  verifiedText: 'Wort für Wort mit der Aufnahme verglichen.',
  podcast: 'Podcast',
  meeting: 'Öffentliche Sitzung',
  lectures: 'Vortragsreihe',
  other: 'Reihe',
  participants: 'In dieser Aufnahme',
  firstWords: (name) => `Zu den ersten Worten von ${name}`,
  chapters: 'Kapitel',
  transcript: 'Abschrift',
  translations: 'Dieselbe Aufnahme in anderen Sprachen',
  unknownSpeaker: 'Nicht genannt',
  permalink: 'Link zu diesem Zitat',
  copied: 'Der Link zu diesem Zitat ist kopiert.',
  note: 'Keine Rede',
  quotes: 'Zitate',
  quotesOf: (name) => `Was ${name} gesagt hat`,
  range: (from, to, total) => `Zitate ${from} bis ${to} von ${total}, vom ältesten an gezählt`,
  newer: 'Neuere',
  older: 'Ältere',
  latest: 'Neueste',
  pages: 'Seiten dieser Liste',
  pageNumber: (number) => `Seite ${number}`,
  appearances: 'Auftritte',
  overTime: 'Im Lauf der Zeit',
  alsoKnown: 'Auch:',
  links: 'Links',
  role: 'Rolle',
  in: 'in',
  broader: 'Übergeordnet',
  narrower: 'Untergeordnet',
  terms: 'Wörter, die dazugehören',
  repository: 'Quelltext dieses Archivs',
  contact: 'Kontakt',
  letters: 'Zu einem Buchstaben',
  otherLetters: '#',
  aboutWhat: 'Was das ist',
  aboutCounted: 'Was wie gezählt wird',
  aboutQuote:
    'Ein Zitat ist der kleinste Teil, den man anführen kann: ein Absatz einer Abschrift. Es hat eine eigene Adresse.',
  aboutTurn:
    'Ein Redebeitrag reicht von einer Person bis zur nächsten. Ein Auftritt ist eine Person in einer Folge.',
  aboutWordCount:
    'Wörter sind Folgen von Buchstaben und Ziffern; jedes chinesische oder japanische Zeichen zählt als eines. Gelächter, Pausen und Regieanweisungen sind keine Rede und zählen nicht mit.',
  aboutAnonymous:
    'Stimmen, die eine Abschrift nicht nennt, etwa „Publikum“, haben keine eigene Seite.',
  aboutContribute: 'Mitmachen',
  aboutContributeText:
    'Die Abschriften sind einfache Textdateien in einem öffentlichen Repositorium. Jede Seite verweist auf ihre Datei; wer einen Fehler findet, kann dort eine Berichtigung vorschlagen.',
  aboutData: 'Daten mitnehmen',
  aboutDataText:
    'Jede Folge, Person, Reihe und jedes Thema hat einen Zwilling für Programme: index.json an die Adresse anhängen.',
  citeLink: 'Auf ein Zitat verweisen',
  citeLinkText:
    'Jeder Absatz einer Abschrift hat eine Adresse. Sie steht am Rand, als Zeit oder als ¶: Folgen Sie ihr, kopieren Sie sie, und sie führt zu diesen Worten in ihrem Zusammenhang zurück.',
  citeCitation: 'Zitieren',
  citeCitationText:
    'Ein Zitat nennt, wer gesprochen hat, die Aufnahme, den Tag und die Adresse; sagen Sie es dazu, wenn die Abschrift von einer Maschine stammt.',
  citeExample: 'Ein Beispiel aus diesem Archiv',
  citeStatus: 'Wie weit man einer Abschrift trauen kann',
  printed: 'Aus',
  searchEmpty: 'Geben Sie Wörter ein. Gefunden werden Zitate: was jemand gesagt hat, im Wortlaut.',
  searchNone: 'Kein Zitat enthält alle diese Wörter.',
  searchNoneHint: 'Versuchen Sie es mit weniger Wörtern, anderen Formen oder allen Personen.',
  searching: 'Suche läuft …',
  searchFailed:
    'Der Suchindex konnte nicht geladen werden. Prüfen Sie die Verbindung und suchen Sie noch einmal, oder stöbern Sie:',
  searchDev:
    'Es gibt noch keinen Suchindex. npm run build erstellt ihn, und diese Seite benutzt ihn.',
  searchNoScript: 'Die Suche braucht JavaScript. Ohne geht es hier weiter:',
  searchMore: 'Mehr zeigen',
  searchAllSpeakers: 'Alle Personen',
  searchAllShows: 'Alle Reihen',
  speaker: 'Person',
  show: 'Reihe',
  countShown: n('# Zitat gezeigt', '# Zitate gezeigt'),
  searchMoreExist: 'es gibt weitere',
  searchPerhapsMore: 'vielleicht gibt es weitere',
  searchThatIsAll: 'das sind alle',
  find: findWords.de,
  calendar: calendarWords.de,
  chart: chartWords.de,
  correction: correctionWords.de,
  essay: essayWords.de,
  gaps: gapsWords.de,
  people: peopleWords.de,
  network: networkWords.de,
  stats: statsWords.de,
  strip: stripWords.de,
  trends: trendWords.de,
  saved: savedWords.de,
  docs: docsWords.de,
  begin: beginWords.de,
  topic: topicWords.de,
  part: partWords.de,
  finder: finderWords.de,
  citation: {
    quoted: (text) => `„${text}“`,
    comma: ', ',
    stop: '. ',
    bracketed: (text) => ` (${text})`,
    titled: (title) => title,
    revision: (number) => `Fassung ${number}`,
    copyLink: 'Link kopieren',
    copy: 'Zitat mit Nachweis kopieren',
    copied: 'Das Zitat und sein Nachweis sind kopiert.',
    copyRange: 'Link auf diese Stelle kopieren',
    rangeCopied: 'Der Link auf diese Stelle ist kopiert.',
    card: 'Karte',
  },
  past: {
    onDay: (day) => `am ${day}`,
    sinceLast: 'seit der letzten Veröffentlichung',
    untilDay: (day) => `bis zum ${day}`,
    untilLast: 'bis zur letzten Veröffentlichung',
    mark: {
      reworded: 'berichtigt',
      reattributed: 'neu zugeschrieben',
      split: 'geteilt',
      merged: 'zusammengelegt',
      returned: 'wiederhergestellt',
    },
    changed: {
      reworded: (when) => `Berichtigt ${when}`,
      reattributed: (when) => `Neu zugeschrieben ${when}`,
      split: (when) => `Geteilt ${when}`,
      merged: (when) => `Mit einem anderen Zitat zusammengelegt ${when}`,
      returned: (when) => `Entfernt ${when} und später wiederhergestellt`,
    },
    countEarlier: n('# frühere Fassung', '# frühere Fassungen'),
    attributedTo: (name) => `zugeschrieben: ${name}`,
    sameWords: 'Der Wortlaut war derselbe.',
    wordsRemoved: 'Dieser Wortlaut wurde entfernt.',
    wordsWithheld: (reason) => `Eine frühere Fassung wurde zurückgezogen: ${reason}`,
    partsIn: 'Der Rest dieser Worte steht jetzt in',
    ownQuote: 'ein eigenes Zitat',
    added: 'hinzugefügt:',
    removed: 'gestrichen:',
    aliased: (when) => `Die verlinkten Worte wurden ${when} Teil dieses Zitats.`,
    gone: {
      removed: (until) => `Hier stand ${until} ein Zitat. Seine Worte wurden entfernt.`,
      rewritten: (until) =>
        `Hier stand ${until} ein Zitat. Es wurde umgeschrieben; was jetzt hier steht, kann etwas anderes sein.`,
      ambiguous: (until) =>
        `Hier stand ${until} ein Zitat. Sein Wortlaut hat sich geändert, und es ist nicht sicher zu sagen, welches Zitat ihn jetzt hat.`,
      drifted: (until) =>
        `Hier stand ${until} ein Zitat. Berichtigung um Berichtigung wurde sein Wortlaut ein anderer als der zuerst zitierte.`,
      'too-short': (until) =>
        `Hier stand ${until} ein Zitat. Sein Wortlaut hat sich geändert, und es ist zu kurz, um es sicher wiederzufinden.`,
    },
    takenDown: (when, reason) => `Hier wurden ${when} Worte zurückgezogen. Grund: ${reason}`,
    countGone: n('Hier stand # Zitat', 'Hier standen # Zitate'),
    lastWords: 'Was es sagte',
    before: 'davor',
    after: 'danach',
    newAddress: 'Diese Aufnahme hat eine neue Adresse',
    newAddressText: 'Dort stehen alle ihre Zitate; jeder dieser Links führt zu einem.',
    withdrawn: 'Diese Abschrift wurde zurückgezogen',
    withdrawnText: (when) =>
      `Sie wurde ${when} zurückgezogen. Ihre Zitate behalten ihre Adressen und sagen hier, was aus ihnen wurde.`,
    pageMoved: 'Diese Seite hat eine neue Adresse',
    lost: 'Hier steht nichts mehr',
    lostText:
      'Unter dieser Adresse gab es eine Seite. Was sie zeigte, ist nicht mehr in diesem Archiv.',
    lostList: 'Diese Seite einer Liste ist jetzt leer. Was von der Liste bleibt, beginnt hier:',
    goTo: 'Weiter zu',
  },
  card: {
    inContext: 'Im Zusammenhang lesen',
    before: 'Unmittelbar davor',
    after: 'Unmittelbar danach',
    cite: 'So zitieren',
    history: 'Was es vorher sagte',
    lost: 'Dieses Zitat gibt es nicht mehr',
    takenDown: 'Diese Worte wurden zurückgezogen',
  },
  lasting: {
    heading: 'Fassung und Prüfsumme',
    revision:
      'Ein Zitat behält seine Adresse, wenn sein Wortlaut oder seine Zuschreibung berichtigt wird; seine Fassungen zählen von 1 an weiter. Die früheren stehen daneben.',
    digest:
      'Die Prüfsumme hinter sha256: entsteht allein aus den Worten: die ersten 16 Zeichen ihrer SHA-256, jede Folge von Leerzeichen als eines gezählt. Wer die Worte hat, kann heute und in dreißig Jahren nachprüfen, dass es die zitierten sind:',
    words: 'Die Worte des Zitats.',
    ranges: 'Mehrere Zitate hintereinander',
    rangesText:
      'Markieren Sie Worte über mehrere Zitate hinweg: Eine Schaltfläche bietet den Link auf die ganze Stelle an. Die Adresse nennt das letzte Zitat und dann das erste; ohne JavaScript führt sie immer noch zum ersten.',
    terms: 'Was aus einem Zitat wurde',
    corrected:
      'Die Abschrift war falsch und wurde richtiggestellt. Die Adresse bleibt, die Fassung ist neu, und die frühere ist neben dem Zitat zu lesen.',
    merged: 'Aus zwei Zitaten wurde eines. Beide Adressen führen zu ihm.',
    removed:
      'Die Worte stehen nicht mehr in der Abschrift. Ihre Adresse bleibt und sagt, seit wann; die Prüfsumme belegt ein Zitat weiterhin.',
    takenDown:
      'Die Worte mussten weichen, aus dem genannten Grund. Keine Seite, Suche oder Datei dieses Archivs enthält sie noch; die Adresse bleibt und sagt es.',
    names: {
      corrected: 'berichtigt',
      merged: 'zusammengelegt',
      removed: 'entfernt',
      takenDown: 'zurückgezogen',
    },
  },
  verify: {
    title: 'Ein Zitat prüfen',
    lead: 'Ist das hier wirklich gesagt worden? Fügen Sie die Adresse eines Zitats und die zitierten Worte ein: Das Archiv sagt, ob sie sein heutiger Wortlaut sind, ein früherer waren oder nie dort standen.',
    link: 'Adresse des Zitats',
    linkHint: 'Ein Permalink oder die Kennung allein',
    words: 'Zitierte Worte',
    wordsHint: 'Oder fügen Sie hier den ganzen Nachweis ein und lassen die Adresse leer.',
    button: 'Prüfen',
    noScript:
      'Die Worte vergleicht JavaScript, in Ihrem eigenen Browser. Ohne JavaScript geben Sie in einer Kopie des Archivs ein:',
    working: 'Wird verglichen …',
    needLink:
      'Darin steht weder die Adresse eines Zitats noch eine Kennung. Eine Kennung ist ein q mit acht Buchstaben oder Ziffern; sie steht am Ende der Adresse eines Zitats.',
    needWords: 'Nun noch die zitierten Worte: Ohne sie gibt es nichts zu vergleichen.',
    foreign: 'Die Adresse nennt eine andere Website, {site}.',
    foreignUnknown:
      'Die Adresse gehört zu einer anderen Website, {site}, und ein Zitat {id} gibt es in diesem Archiv nicht. Prüfen Sie es dort.',
    failed:
      'Das Archiv ließ sich nicht lesen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; am Zitat liegt es nicht.',
    goTo: 'Zum Zitat',
    fromPublished: 'Vom Wortlaut des Archivs zum zitierten',
    fromEarlier: 'Vom zitierten Wortlaut zum heutigen',
    legend: 'Durchgestrichen: nur im ersten. Unterstrichen: nur im zweiten.',
  },
  verdict: {
    current: 'Identisch. Das ist der heutige Wortlaut des Zitats {id} (Fassung {revision}).',
    currentRange: 'Identisch. So steht es heute da, vom Zitat {id} an.',
    reattributed: 'Bis {date} waren die Worte {from} zugeschrieben, seitdem {to}.',
    earlier: {
      reworded:
        'Identisch mit einer früheren Fassung. So lautete das Zitat {id} bis {date} (Fassung {revision}); dann wurde es berichtigt.',
      split:
        'Identisch mit einer früheren Fassung. So lautete das Zitat {id} bis {date} (Fassung {revision}); dann wurde es geteilt, und ein Teil der Worte ist seitdem ein eigenes Zitat.',
      merged:
        'Identisch mit einer früheren Fassung. So lautete das Zitat {id} bis {date} (Fassung {revision}); dann kamen die Worte eines anderen Zitats dazu.',
      reattributed:
        'Identisch mit einer früheren Fassung. So lautete das Zitat {id} bis {date} (Fassung {revision}); dann wurde es jemand anderem zugeschrieben und später geändert.',
      returned:
        'Identisch mit einer früheren Fassung. So lautete das Zitat {id} bis {date} (Fassung {revision}).',
    },
    earlierRange:
      'Identisch mit einer früheren Fassung. So stand es, vom Zitat {id} an, bis {date} da; dann wurde etwas darin berichtigt.',
    merged:
      'Identisch. So lautete das Zitat {id} bis {date}; seitdem sind diese Worte ein Teil des Zitats {into}.',
    removed:
      'Genau diese Worte waren bis {date} das Zitat {id}; dann wurden sie aus der Abschrift entfernt. Das Archiv zeigt sie nicht mehr, doch ihre Prüfsumme belegt, dass sie dort standen.',
    rewritten:
      'Genau diese Worte waren bis {date} das Zitat {id}. Dann wurde die Stelle umgeschrieben, und die Kennung ging auf keine anderen Worte über.',
    takenDown:
      'Das Zitat {id} wurde zurückgezogen, am {date}: {reason} Von seinen Worten ist nichts aufbewahrt, also lässt sich nichts vergleichen.',
    takenDownUndated:
      'Das Zitat {id} wurde zurückgezogen: {reason} Von seinen Worten ist nichts aufbewahrt, also lässt sich nichts vergleichen.',
    part: 'Diese Worte stehen hintereinander im Zitat {id}, sind aber nicht das ganze.',
    partEarlier:
      'Diese Worte standen bis {date} hintereinander im Zitat {id}, waren aber nicht das ganze; dann wurde es geändert.',
    nearly:
      'Beinahe. Das Zitat {id} hat diese Worte, aber mit anderen Satzzeichen, Akzenten oder anderer Großschreibung.',
    nearlyEarlier:
      'Beinahe. Das Zitat {id} hatte bis {date} diese Worte, aber mit anderen Satzzeichen, Akzenten oder anderer Großschreibung.',
    different: 'Verschieden. So lautet das Zitat {id} nicht, und so hat es nie gelautet.',
    differentNear:
      'Verschieden. So lautet das Zitat {id} nicht, und so hat es nie gelautet; am nächsten kommt sein heutiger Wortlaut.',
    differentEarlier:
      'Verschieden. So lautet das Zitat {id} nicht, und so hat es nie gelautet; am nächsten kommt sein Wortlaut bis {date}.',
    elsewhere:
      'Nicht an dieser Adresse: Genau diese Worte sind das Zitat {id}, in derselben Aufnahme.',
    elsewhereEarlier:
      'Nicht an dieser Adresse: Genau diese Worte waren bis {date} das Zitat {id}, in derselben Aufnahme.',
    unknown: 'Ein Zitat {id} gibt es in diesem Archiv nicht und gab es nie. Fehlt ein Buchstabe?',
    hidden:
      'Von Worten, die daraus entfernt wurden, ist nur die Prüfsumme aufbewahrt: Ob diese ein Teil davon sind, lässt sich nicht sagen.',
    withheld: 'Eine frühere Fassung wurde zurückgezogen; mit ihr lässt sich nichts vergleichen.',
    lastChange: 'zur letzten Änderung',
  },
  changes: {
    title: 'Änderungen',
    lead: 'Was nach der Veröffentlichung aus Zitaten wurde: Berichtigungen, andere Sprecher, Entfernungen. Ein Zitat behält durch alle hindurch seine Adresse, und niemandes Worte werden stillschweigend ausgetauscht.',
    none: 'Noch hat sich nichts geändert. Jedes Zitat steht so da, wie es zuerst veröffentlicht wurde.',
    range: (from, to, total) =>
      `Änderungen ${from} bis ${to} von ${total}, von der ältesten an gezählt`,
    unrecorded: 'Seit der letzten Veröffentlichung',
    count: n('# Änderung', '# Änderungen'),
    more: n('# weitere Änderung', '# weitere Änderungen'),
    rule: {
      reworded: 'berichtigt',
      reattributed: 'neu zugeschrieben',
      split: 'geteilt',
      merged: 'zusammengelegt',
      returned: 'entfernt und später wiederhergestellt',
      removed: 'entfernt',
      rewritten: 'umgeschrieben',
      ambiguous: 'nicht mehr zu unterscheiden',
      drifted: 'ein anderes geworden',
      'too-short': 'zu kurz, um es wiederzufinden',
      'taken-down': 'zurückgezogen',
    },
    touches: {
      negation: 'eine Verneinung',
      number: 'eine Zahl',
      name: 'ein Name',
      words: '',
      punctuation: 'Satzzeichen',
    },
    joined: 'ein anderes Zitat kam dazu',
    from: (name) => `vorher: ${name}`,
    into: 'Die Worte stehen jetzt in',
    rest: 'Ein Teil der Worte steht jetzt in',
    deleted: 'Die Worte wurden gelöscht und werden nicht mehr gezeigt.',
    ground: 'Grund:',
    goneRecording: 'eine Aufnahme, die zurückgezogen wurde',
    about:
      'Jede Änderung eines veröffentlichten Zitats steht in einer öffentlichen Liste, mit dem früheren Wortlaut.',
  },
  ids: {
    title: 'Ein Zitat an seiner Kennung finden',
    lead: 'Jedes Zitat hat eine eigene Kennung, ein q mit acht Buchstaben oder Ziffern. Sie ändert sich nie und bezeichnet nie ein anderes Zitat.',
    label: 'Kennung eines Zitats',
    button: 'Zum Zitat',
    noScript:
      'Ohne JavaScript: Wählen Sie die zwei Zeichen nach dem q; die Kennung steht in dieser Liste.',
    all: 'Alle Kennungen, nach den zwei Zeichen hinter dem q',
    prefix: (prefix) => `Kennungen, die mit q${prefix} beginnen`,
    count: n('# Kennung', '# Kennungen'),
    none: 'In diesem Archiv steht noch kein Zitat.',
    malformed:
      'Das ist keine Kennung: Eine Kennung ist ein q mit acht Buchstaben oder Ziffern, etwa q7k2m9xqp.',
    unknown: 'Ein Zitat {id} gibt es in diesem Archiv nicht und gab es nie. Fehlt ein Buchstabe?',
  },
};
