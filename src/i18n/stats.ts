type Section =
  | 'growth'
  | 'coverage'
  | 'review'
  | 'languages'
  | 'speakers'
  | 'topics'
  | 'turnover'
  | 'network'
  | 'gaps'
  | 'counted'
  | 'data';

/** The words of the page of figures. */
export interface StatsWords {
  readonly title: string;
  readonly name: string;
  readonly contents: string;
  /** How long people are heard, and in how many of the quotes that is known. */
  readonly time: string;
  readonly timed: (quotes: string, all: string) => string;
  readonly headings: Readonly<Record<Section, string>>;
  /** What is counted in each. */
  readonly defined: Readonly<Record<Exclude<Section, 'counted' | 'data'>, string>>;
  readonly byDate: string;
  readonly total: string;
  readonly covered: Readonly<Record<'timed' | 'reviewed' | 'topical' | 'playable', string>>;
  readonly legend: string;
  /** Of a year’s episodes or speakers, the part: `2024: 3 of 4`. */
  readonly part: (year: string, part: string, whole: string) => string;
  readonly of: (part: string, whole: string, share: string) => string;
  readonly undated: (part: string) => string;
  readonly noStatus: string;
  readonly most: (year: string, count: string) => string;
  readonly turnover: Readonly<Record<'fresh' | 'last', string>>;
  readonly turnoverLegend: string;
  readonly counted: readonly string[];
  readonly leftOut: (notes: string, chapters: string) => string;
  readonly data: string;
  readonly links: string;
}

const en: StatsWords = {
  title: 'The archive in figures',
  name: 'Figures',
  contents: 'On this page',
  time: 'Speaking time',
  timed: (quotes, all) => `known for ${quotes} of ${all} quotes`,
  headings: {
    growth: 'Growth',
    coverage: 'Coverage by year',
    review: 'Review',
    languages: 'Languages',
    speakers: 'Most present speakers',
    topics: 'Most discussed topics',
    turnover: 'Who comes, who goes',
    network: 'Who appears with whom',
    gaps: 'Gaps',
    counted: 'How this was counted',
    data: 'The figures as data',
  },
  defined: {
    growth:
      'Episodes by their own date, not by the day on which they were added; and everything until then.',
    coverage:
      'Of the episodes of a year, those with at least one time in the transcript; those that a person has reviewed or verified; those that name a topic; those with a link to the recording.',
    review:
      'What each transcript says of itself: made by a machine, read and corrected by a person, or compared with the recording word for word.',
    languages:
      'The language of each episode, by words. A translation is an episode of its own and counts as one.',
    speakers: 'By the number of episodes in which they are. Voices without a name are not listed.',
    topics:
      'By quotes about each: chosen by a keeper, with a word of the topic in them, or in an episode that names it. A quote may be about several.',
    turnover:
      'How many people speak in a year; of them, those who speak for the first time, and those who have not spoken since. Of the latest years the second says little: they may speak again.',
    network:
      'Of those who are in most episodes, forty at most: two appear together when both say something in the same episode. The order keeps together who belongs together.',
    gaps: 'What is missing, and what to write to add it. The lists name the newest episodes, or those that lack most; the file has them all.',
  },
  byDate: 'By date',
  total: 'Everything until then',
  covered: {
    timed: 'With times',
    reviewed: 'Reviewed',
    topical: 'With topics',
    playable: 'With a recording',
  },
  legend: 'Outlined: all episodes of a year. Filled: those with it.',
  part: (year, part, whole) => `${year}: ${part} of ${whole}`,
  of: (part, whole, share) => `${part} of ${whole}, ${share}`,
  undated: (part) => `${part} without a date`,
  noStatus: 'says nothing of it',
  most: (year, count) => `Most in ${year}: ${count}`,
  turnover: { fresh: 'For the first time', last: 'For the last time so far' },
  turnoverLegend: 'Outlined: everyone who speaks in a year. Filled: those for whom it is that.',
  counted: [
    'Only speech is counted. Three counts are kept apart: episodes, quotes and words.',
    'Speaking time: from one known time to the next is a stretch. It counts when everything in it is one speaker’s, and no note or chapter without a time stands in it. All other words have no speaking time here.',
    'Every number on this page stands in a table below its chart and in a file, and the same numbers are on the pages of speakers, topics and shows. A link at a period leads to the quotes that it counts.',
  ],
  leftOut: (notes, chapters) =>
    `Left out of every count: notes such as laughter, breaks, advertisements and stage directions (${notes}), and the titles of chapters (${chapters}).`,
  data: 'Each set of figures is a table for spreadsheets (CSV, UTF-8); all of them together are one file for programs (JSON).',
  links: 'All figures (JSON)',
};

const de: StatsWords = {
  title: 'Das Archiv in Zahlen',
  name: 'Zahlen',
  contents: 'Auf dieser Seite',
  time: 'Redezeit',
  timed: (quotes, all) => `bekannt für ${quotes} von ${all} Zitaten`,
  headings: {
    growth: 'Wachstum',
    coverage: 'Was vorhanden ist, nach Jahren',
    review: 'Prüfung',
    languages: 'Sprachen',
    speakers: 'Wer am häufigsten dabei ist',
    topics: 'Worüber am meisten gesprochen wird',
    turnover: 'Wer kommt, wer geht',
    network: 'Wer mit wem auftritt',
    gaps: 'Lücken',
    counted: 'Wie gezählt wurde',
    data: 'Die Zahlen als Daten',
  },
  defined: {
    growth:
      'Folgen nach ihrem eigenen Datum, nicht nach dem Tag, an dem sie hinzukamen; und alles bis dahin.',
    coverage:
      'Von den Folgen eines Jahres jene mit mindestens einer Zeit in der Abschrift; jene, die ein Mensch durchgesehen oder geprüft hat; jene, die ein Thema nennen; jene mit einem Link zur Aufnahme.',
    review:
      'Was jede Abschrift von sich sagt: von einer Maschine erstellt, von einem Menschen gelesen und berichtigt oder Wort für Wort mit der Aufnahme verglichen.',
    languages:
      'Die Sprache jeder Folge, nach Wörtern. Eine Übersetzung ist eine eigene Folge und zählt als solche.',
    speakers:
      'Nach der Zahl der Folgen, in denen sie vorkommen. Stimmen ohne Namen stehen nicht in der Liste.',
    topics:
      'Nach Zitaten zu jedem Thema: von Betreuern gewählt, mit einem Wort des Themas darin oder in einer Folge, die es nennt. Ein Zitat kann zu mehreren gehören.',
    turnover:
      'Wie viele Menschen in einem Jahr sprechen; davon jene, die zum ersten Mal sprechen, und jene, die seither nicht mehr gesprochen haben. Für die letzten Jahre sagt das Zweite wenig: Sie können wieder sprechen.',
    network:
      'Von denen, die in den meisten Folgen sind, höchstens vierzig: Zwei treten zusammen auf, wenn beide in derselben Folge etwas sagen. Die Reihenfolge lässt beisammen, wer zusammengehört.',
    gaps: 'Was fehlt, und was zu schreiben ist, um es zu ergänzen. Die Listen nennen die neuesten Folgen oder jene, denen am meisten fehlt; in der Datei stehen alle.',
  },
  byDate: 'Nach Datum',
  total: 'Alles bis dahin',
  covered: {
    timed: 'Mit Zeiten',
    reviewed: 'Durchgesehen',
    topical: 'Mit Themen',
    playable: 'Mit Aufnahme',
  },
  legend: 'Umriss: alle Folgen eines Jahres. Gefüllt: jene damit.',
  part: (year, part, whole) => `${year}: ${part} von ${whole}`,
  of: (part, whole, share) => `${part} von ${whole}, ${share}`,
  undated: (part) => `${part} ohne Datum`,
  noStatus: 'sagt nichts dazu',
  most: (year, count) => `Am meisten ${year}: ${count}`,
  turnover: { fresh: 'Zum ersten Mal', last: 'Bisher zum letzten Mal' },
  turnoverLegend: 'Umriss: alle, die in einem Jahr sprechen. Gefüllt: jene, für die das gilt.',
  counted: [
    'Gezählt wird nur, was gesprochen wird. Dreierlei wird auseinandergehalten: Folgen, Zitate und Wörter.',
    'Redezeit: Von einer bekannten Zeit zur nächsten reicht eine Strecke. Sie zählt, wenn alles darin von einer Person ist und keine Anmerkung und kein Kapitel ohne Zeit darin steht. Alle anderen Wörter haben hier keine Redezeit.',
    'Jede Zahl dieser Seite steht in einer Tabelle unter ihrem Diagramm und in einer Datei, und dieselben Zahlen stehen auf den Seiten der Personen, Themen und Reihen. Ein Link an einem Zeitraum führt zu den Zitaten, die er zählt.',
  ],
  leftOut: (notes, chapters) =>
    `In keiner Zahl enthalten: Anmerkungen wie Gelächter, Pausen, Werbung und Regieanweisungen (${notes}) und die Titel von Kapiteln (${chapters}).`,
  data: 'Jede Gruppe von Zahlen ist eine Tabelle für Tabellenprogramme (CSV, UTF-8); alle zusammen sind eine Datei für Programme (JSON).',
  links: 'Alle Zahlen (JSON)',
};

const ar: StatsWords = {
  title: 'الأرشيف بالأرقام',
  name: 'أرقام',
  contents: 'في هذه الصفحة',
  time: 'مدة الكلام',
  timed: (quotes, all) => `معروفة في ${quotes} من ${all} من الاقتباسات`,
  headings: {
    growth: 'النمو',
    coverage: 'المتوفر في كل سنة',
    review: 'المراجعة',
    languages: 'اللغات',
    speakers: 'الأكثر حضورًا من المتحدثين',
    topics: 'الأكثر تداولًا من المواضيع',
    turnover: 'من يأتي ومن يغيب',
    network: 'من يظهر مع من',
    gaps: 'النواقص',
    counted: 'كيف جرى العد',
    data: 'الأرقام بيانات',
  },
  defined: {
    growth: 'الحلقات بحسب تاريخها هي، لا بحسب يوم إضافتها؛ ثم كل ما سبق حتى حينه.',
    coverage:
      'من حلقات كل سنة: ما في نصه وقت واحد على الأقل؛ وما راجعه إنسان أو دققه؛ وما يذكر موضوعًا؛ وما له رابط إلى التسجيل.',
    review: 'ما يقوله كل نص عن نفسه: أعدّته آلة، أو قرأه إنسان وصحّحه، أو قورن بالتسجيل كلمةً كلمة.',
    languages: 'لغة كل حلقة، بعدد الكلمات. والترجمة حلقة قائمة بذاتها وتُعد كذلك.',
    speakers: 'بعدد الحلقات التي يحضرونها. والأصوات بلا اسم ليست في القائمة.',
    topics:
      'بعدد الاقتباسات عن كل موضوع: ما اختاره القائمون، أو ما فيه كلمة من كلمات الموضوع، أو ما ورد في حلقة تذكره. وقد يكون الاقتباس عن أكثر من موضوع.',
    turnover:
      'كم شخصًا يتكلم في السنة؛ ومنهم من يتكلم لأول مرة، ومن لم يتكلم بعدها. وفي السنوات الأخيرة لا يدل الثاني على كثير: فقد يتكلمون من جديد.',
    network:
      'من بين الحاضرين في أكثر الحلقات، أربعين على الأكثر: يظهر اثنان معًا إذا تكلم كلاهما في الحلقة نفسها. والترتيب يجمع المتقاربين.',
    gaps: 'ما الناقص، وماذا يُكتب لإضافته. تذكر القوائم أحدث الحلقات أو أكثرها نقصًا؛ وفي الملف كلها.',
  },
  byDate: 'بحسب التاريخ',
  total: 'الكل حتى حينه',
  covered: {
    timed: 'لها أوقات',
    reviewed: 'مراجَعة',
    topical: 'لها مواضيع',
    playable: 'لها تسجيل',
  },
  legend: 'الإطار: كل حلقات السنة. الممتلئ: ما توفر فيه ذلك.',
  part: (year, part, whole) => `${year}: ${part} من ${whole}`,
  of: (part, whole, share) => `${part} من ${whole}، ${share}`,
  undated: (part) => `${part} بلا تاريخ`,
  noStatus: 'لا يقول شيئًا',
  most: (year, count) => `الأكثر في ${year}: ${count}`,
  turnover: { fresh: 'لأول مرة', last: 'لآخر مرة حتى الآن' },
  turnoverLegend: 'الإطار: كل من يتكلم في السنة. الممتلئ: من ينطبق عليه ذلك.',
  counted: [
    'لا يُعد إلا الكلام. وثلاثة أعداد لا تختلط: الحلقات والاقتباسات والكلمات.',
    'مدة الكلام: من وقت معروف إلى الذي يليه مسافة، وهي تُحسب إذا كان كل ما فيها لمتحدث واحد ولم تقع فيها ملاحظة أو فصل بلا وقت. وما سوى ذلك من الكلمات لا مدة له هنا.',
    'كل رقم في هذه الصفحة وارد في جدول تحت رسمه وفي ملف، والأرقام نفسها في صفحات المتحدثين والمواضيع والسلاسل. والرابط عند كل مدة يقود إلى الاقتباسات التي تعدها.',
  ],
  leftOut: (notes, chapters) =>
    `خارج كل عد: الملاحظات من ضحك واستراحات وإعلانات وإرشادات (${notes})، وعناوين الفصول (${chapters}).`,
  data: 'كل مجموعة أرقام جدول لبرامج الجداول (CSV، ‏UTF-8)؛ وكلها معًا ملف واحد للبرامج (JSON).',
  links: 'كل الأرقام (JSON)',
};

const zh: StatsWords = {
  title: '資料庫的數字',
  name: '統計',
  contents: '本頁內容',
  time: '發言時間',
  timed: (quotes, all) => `已知 ${all} 段引言中的 ${quotes} 段`,
  headings: {
    growth: '成長',
    coverage: '歷年完備程度',
    review: '校閱',
    languages: '語言',
    speakers: '出席最多的講者',
    topics: '談得最多的主題',
    turnover: '誰來，誰走',
    network: '誰與誰同場',
    gaps: '缺漏',
    counted: '如何計數',
    data: '數字資料',
  },
  defined: {
    growth: '依場次本身的日期，而非收錄的日期；以及到當時為止的全部。',
    coverage: '一年的場次中：逐字稿至少有一個時間的；經人校閱或核對的；標明主題的；有錄音連結的。',
    review: '每份逐字稿自己的說明：由機器產生、經人閱讀並改正，或逐字與錄音核對。',
    languages: '每場的語言，以字數計。譯文自成一場，照樣計入。',
    speakers: '以出席的場次計。未具名的聲音不列入。',
    topics:
      '以關於各主題的引言計：由維護者選定、含有主題的字詞，或出自標明該主題的場次。一段引言可屬多個主題。',
    turnover:
      '一年有多少人發言；其中有多少人是第一次，多少人之後不再發言。最近幾年的後者意義不大：他們還可能再發言。',
    network:
      '出席場次最多的人，至多四十位：兩人在同一場都有發言，即為同場。排列讓關係近的人靠在一起。',
    gaps: '缺了什麼，該寫什麼來補上。清單列出最新的場次，或缺得最多的；檔案裡有全部。',
  },
  byDate: '依日期',
  total: '累計',
  covered: {
    timed: '有時間',
    reviewed: '已校閱',
    topical: '有主題',
    playable: '有錄音',
  },
  legend: '外框：一年的所有場次。實心：有此項的。',
  part: (year, part, whole) => `${year}：${whole} 之 ${part}`,
  of: (part, whole, share) => `${whole} 之 ${part}，${share}`,
  undated: (part) => `${part}日期不詳`,
  noStatus: '沒有說明',
  most: (year, count) => `最多在 ${year} 年：${count}`,
  turnover: { fresh: '第一次', last: '至今最後一次' },
  turnoverLegend: '外框：一年中所有發言的人。實心：屬於此項的人。',
  counted: [
    '只計發言。三種數目分開：場次、引言、字數。',
    '發言時間：一個已知時間到下一個之間為一段。其中全部出自同一位講者，且沒有缺時間的註記或章節，才算入。其餘的字在此沒有發言時間。',
    '本頁每個數字都在圖下的表格與檔案裡，講者、主題與系列的頁面也是同樣的數字。時段的連結通往它所計的引言。',
  ],
  leftOut: (notes, chapters) =>
    `所有計數都不含：笑聲、休息、廣告與場景說明等註記（${notes}），以及章節標題（${chapters}）。`,
  data: '每組數字是一個試算表用的表格（CSV，UTF-8）；全部合為一個程式用的檔案（JSON）。',
  links: '全部數字（JSON）',
};

/** By the language of the interface. */
export const statsWords = { en, de, ar, zh };
