/** The words of the pages of speakers, of their index, and of the feeds of who and what one follows. */
export interface PeopleWords {
  readonly order: string;
  readonly byName: string;
  readonly byPresence: string;
  readonly nameLead: string;
  readonly presenceLead: string;
  /** How many episodes the people of a group appear in. */
  readonly atLeast: (from: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly once: string;
  readonly never: string;
  readonly groups: string;
  readonly portrait: (name: string) => string;
  readonly time: string;
  readonly timeOfAll: string;
  readonly timeOf: (known: string, all: string) => string;
  readonly first: string;
  readonly latest: string;
  readonly elsewhere: string;
  readonly company: string;
  readonly companyNote: string;
  readonly topics: string;
  readonly topicsNote: string;
  /** Of the quotes about a topic, those that are so by themselves and not by their episode. */
  readonly spoken: (count: string) => string;
  readonly marks: string;
  readonly marksNote: string;
  readonly marksHow: string;
  readonly marksTable: string;
  readonly mark: string;
  readonly times: string;
  readonly ownRate: string;
  readonly othersRate: string;
  readonly longest: string;
  readonly mentions: string;
  readonly mentionsNote: (name: string) => string;
  readonly moreMentions: (count: string) => string;
  readonly searchMentions: (name: string) => string;
  readonly filter: string;
  readonly all: string;
  readonly silent: (name: string) => string;
  readonly follow: string;
  readonly feed: {
    readonly speaker: (name: string) => string;
    readonly topic: (name: string) => string;
    readonly episodes: string;
  };
  /** What the words that mark somebody out are, for the page that says how things are counted. */
  readonly aboutMarks: string;
  readonly aboutTime: string;
  readonly aboutMentions: string;
  readonly aboutFeeds: string;
}

const en: PeopleWords = {
  order: 'Order of this list',
  byName: 'By name',
  byPresence: 'By presence',
  nameLead: 'Everybody who speaks or is named here, by name.',
  presenceLead: 'Everybody who speaks or is named here, those in most episodes first.',
  atLeast: (from) => `${from} episodes and more`,
  between: (from, to) => `${from} to ${to} episodes`,
  once: 'One episode',
  never: 'In no episode',
  groups: 'Jump to a group',
  portrait: (name) => `Portrait of ${name}`,
  time: 'Speaking time',
  timeOfAll: 'of all quotes',
  timeOf: (known, all) => `of ${known} of ${all} quotes; the times of the others are not known`,
  first: 'First',
  latest: 'Latest',
  elsewhere: 'Elsewhere',
  company: 'Appears with',
  companyNote: 'Who speaks in the same episodes, and in how many.',
  topics: 'Speaks about',
  topicsNote:
    'Quotes about it. Explicitly: by their words or the keeper’s choice; the others by their episode.',
  spoken: (count) => `${count} explicitly`,
  marks: 'Telling words',
  marksNote:
    'Not the most frequent words, but those said more than twice as often as by the others here.',
  marksHow: 'How they are found',
  marksTable: 'The figures as a table',
  mark: 'Word',
  times: 'Times',
  ownRate: 'per 10,000 own words',
  othersRate: 'per 10,000 of others',
  longest: 'Longest turn',
  mentions: 'Mentioned by others',
  mentionsNote: (name) =>
    `What others say when they name ${name}; not among the quotes of ${name}.`,
  moreMentions: (count) => `${count} more`,
  searchMentions: (name) => `These are the newest; search for “${name}”`,
  filter: 'Show quotes about',
  all: 'everything',
  silent: (name) => `${name} is named here, but says nothing in these transcripts.`,
  follow: 'Follow (feed)',
  feed: {
    speaker: (name) => `Where ${name} speaks: an entry for each episode.`,
    topic: (name) => `Where somebody speaks about ${name}: an entry for each episode.`,
    episodes: 'Feed of new episodes',
  },
  aboutMarks:
    'Telling words are those that mark a person out: said more than twice as often by them as by everybody else in the same language, beyond chance: by weighted log-odds with the words of the whole archive as prior (Monroe, Colaresi and Quinn, “Fightin’ Words”, 2008), z of at least 1.96, in at least three quotes, and in two episodes where there are two. Names of those who speak in the same episodes, and what stands in square brackets, are left out.',
  aboutTime:
    'Speaking time is counted only where the transcript has times: from one time to the next, when all quotes in between are of one person. It says how many quotes it covers.',
  aboutMentions:
    'A person is mentioned where somebody else says their whole name, a whole alias, or a single word that this archive knows them by. A name that two people share counts for neither.',
  aboutFeeds:
    'Every topic has a feed, and everybody who appears in at least two episodes: an entry for each episode, with the first words. The feed of all episodes names everybody who speaks, also those who came once.',
};

const de: PeopleWords = {
  order: 'Ordnung dieser Liste',
  byName: 'Nach Namen',
  byPresence: 'Nach Auftritten',
  nameLead: 'Alle, die hier sprechen oder genannt sind, nach Namen.',
  presenceLead: 'Alle, die hier sprechen oder genannt sind, die mit den meisten Folgen zuerst.',
  atLeast: (from) => `${from} Folgen und mehr`,
  between: (from, to) => `${from} bis ${to} Folgen`,
  once: 'Eine Folge',
  never: 'In keiner Folge',
  groups: 'Zu einer Gruppe springen',
  portrait: (name) => `Porträt von ${name}`,
  time: 'Redezeit',
  timeOfAll: 'aller Zitate',
  timeOf: (known, all) =>
    `von ${known} der ${all} Zitate; die Zeiten der übrigen sind nicht bekannt`,
  first: 'Zuerst',
  latest: 'Zuletzt',
  elsewhere: 'Anderswo',
  company: 'Tritt auf mit',
  companyNote: 'Wer in denselben Folgen spricht, und in wie vielen.',
  topics: 'Spricht über',
  topicsNote:
    'Zitate zu diesem Thema. Ausdrücklich: durch ihre Wörter oder durch Auswahl; die übrigen durch ihre Folge.',
  spoken: (count) => `${count} ausdrücklich`,
  marks: 'Kennzeichnende Wörter',
  marksNote:
    'Nicht die häufigsten, sondern mehr als doppelt so oft gesagte wie bei den anderen hier.',
  marksHow: 'Wie sie gefunden werden',
  marksTable: 'Die Zahlen als Tabelle',
  mark: 'Wort',
  times: 'Male',
  ownRate: 'je 10.000 eigene Wörter',
  othersRate: 'je 10.000 der anderen',
  longest: 'Längster Redebeitrag',
  mentions: 'Von anderen genannt',
  mentionsNote: (name) =>
    `Was andere sagen, wenn sie ${name} nennen; in den eigenen Zitaten nicht enthalten.`,
  moreMentions: (count) => `${count} weitere`,
  searchMentions: (name) => `Dies sind die neuesten; nach „${name}“ suchen`,
  filter: 'Zeige Zitate über',
  all: 'alles',
  silent: (name) => `${name} ist hier genannt, sagt aber in diesen Transkripten nichts.`,
  follow: 'Folgen (Feed)',
  feed: {
    speaker: (name) => `Wo ${name} spricht: ein Eintrag je Folge.`,
    topic: (name) => `Wo jemand über ${name} spricht: ein Eintrag je Folge.`,
    episodes: 'Feed der neuen Folgen',
  },
  aboutMarks:
    'Kennzeichnend sind Wörter, die jemand mehr als doppelt so oft sagt wie alle anderen in derselben Sprache, und nicht durch Zufall: nach gewichteten Log-Odds mit den Wörtern des ganzen Archivs als Vorwissen (Monroe, Colaresi und Quinn, „Fightin’ Words“, 2008), z von mindestens 1,96, in mindestens drei Zitaten und, wo es zwei Folgen gibt, in zweien. Namen derer, die in denselben Folgen sprechen, und was in eckigen Klammern steht, zählen nicht.',
  aboutTime:
    'Redezeit wird nur gezählt, wo das Transkript Zeiten hat: von einer Zeit zur nächsten, wenn alle Zitate dazwischen von einer Person sind. Dabei steht, wie viele Zitate sie umfasst.',
  aboutMentions:
    'Genannt ist jemand, wo andere den ganzen Namen, einen ganzen weiteren Namen oder ein einzelnes Wort sagen, unter dem dieses Archiv die Person kennt. Ein Name, den zwei Personen tragen, zählt für keine.',
  aboutFeeds:
    'Jedes Thema hat einen Feed, und jede Person mit mindestens zwei Folgen: ein Eintrag je Folge, mit den ersten Worten. Der Feed aller Folgen nennt alle, die sprechen, auch wer nur einmal da war.',
};

const ar: PeopleWords = {
  order: 'ترتيب هذه القائمة',
  byName: 'حسب الاسم',
  byPresence: 'حسب الحضور',
  nameLead: 'كل من يتحدث هنا أو يُذكر، حسب الاسم.',
  presenceLead: 'كل من يتحدث هنا أو يُذكر، والأكثر حلقاتٍ أولًا.',
  atLeast: (from) => `${from} حلقة فأكثر`,
  between: (from, to) => `من ${from} إلى ${to} حلقة`,
  once: 'حلقة واحدة',
  never: 'بلا حلقات',
  groups: 'انتقل إلى مجموعة',
  portrait: (name) => `صورة ${name}`,
  time: 'مدة الكلام',
  timeOfAll: 'لكل الاقتباسات',
  timeOf: (known, all) => `لـ ${known} من ${all} من الاقتباسات؛ وأوقات البقية غير معروفة`,
  first: 'أول ظهور',
  latest: 'آخر ظهور',
  elsewhere: 'في مواقع أخرى',
  company: 'يظهر مع',
  companyNote: 'من يتحدث في الحلقات نفسها، وفي كم منها.',
  topics: 'يتحدث عن',
  topicsNote: 'اقتباسات عن الموضوع. صراحةً: بكلماتها أو باختيار أمين الأرشيف؛ والبقية بحسب حلقتها.',
  spoken: (count) => `${count} صراحةً`,
  marks: 'كلمات مميِّزة',
  marksNote: 'ليست الأكثر تكرارًا، بل ما يُقال أكثر من ضعف ما يقوله الآخرون هنا.',
  marksHow: 'كيف تُستخرج',
  marksTable: 'الأرقام في جدول',
  mark: 'الكلمة',
  times: 'المرات',
  ownRate: 'لكل 10,000 كلمة منه',
  othersRate: 'لكل 10,000 كلمة من غيره',
  longest: 'أطول مداخلة',
  mentions: 'ذكره الآخرون',
  mentionsNote: (name) => `ما يقوله الآخرون حين يذكرون ${name}، وليس من كلامه.`,
  moreMentions: (count) => `${count} أخرى`,
  searchMentions: (name) => `هذه أحدثها؛ ابحث عن «${name}»`,
  filter: 'اعرض الاقتباسات عن',
  all: 'كل شيء',
  silent: (name) => `${name} مذكور هنا، ولا كلام له في هذه النصوص.`,
  follow: 'تابع (خلاصة)',
  feed: {
    speaker: (name) => `حيث يتحدث ${name}: مدخل لكل حلقة.`,
    topic: (name) => `حيث يتحدث أحد عن ${name}: مدخل لكل حلقة.`,
    episodes: 'خلاصة الحلقات الجديدة',
  },
  aboutMarks:
    'الكلمات المميِّزة هي ما يقوله شخص أكثر من ضعف ما يقوله كل الآخرين في اللغة نفسها، لا مصادفةً: بنسب الأرجحية اللوغاريتمية الموزونة، وكلمات الأرشيف كله معرفة سابقة (Monroe, Colaresi and Quinn, “Fightin’ Words”, 2008)، بقيمة z لا تقل عن 1.96، في ثلاثة اقتباسات على الأقل، وفي حلقتين حيث توجد حلقتان. ولا تُحسب أسماء المتحدثين في الحلقات نفسها ولا ما بين قوسين مربّعين.',
  aboutTime:
    'لا تُحسب مدة الكلام إلا حيث في النص أوقات: من وقت إلى الذي يليه، إذا كانت كل الاقتباسات بينهما لشخص واحد. ويُذكر كم اقتباسًا تشمل.',
  aboutMentions:
    'يُعدّ الشخص مذكورًا حيث يقول غيره اسمه الكامل أو اسمًا آخر كاملًا له أو كلمة واحدة يعرفه بها هذا الأرشيف. والاسم الذي يحمله اثنان لا يُحسب لأيٍّ منهما.',
  aboutFeeds:
    'لكل موضوع خلاصة، ولكل من يظهر في حلقتين على الأقل: مدخل لكل حلقة مع كلماتها الأولى. وخلاصة الحلقات كلها تسمّي كل من يتحدث، ومنهم من جاء مرة واحدة.',
};

const zh: PeopleWords = {
  order: '列表的順序',
  byName: '依姓名',
  byPresence: '依出席',
  nameLead: '在這裡發言或被記名的人，依姓名排列。',
  presenceLead: '在這裡發言或被記名的人，場次最多的在前。',
  atLeast: (from) => `${from} 場以上`,
  between: (from, to) => `${from} 至 ${to} 場`,
  once: '一場',
  never: '沒有場次',
  groups: '跳到一組',
  portrait: (name) => `${name}的肖像`,
  time: '發言時間',
  timeOfAll: '涵蓋所有引言',
  timeOf: (known, all) => `涵蓋 ${all} 段引言中的 ${known} 段，其餘的時間不詳`,
  first: '首次',
  latest: '最近',
  elsewhere: '其他網站',
  company: '同場的人',
  companyNote: '在同一場發言的人，以及共有幾場。',
  topics: '談到的主題',
  topicsNote: '關於該主題的引言。明確：依其用詞或編者所選；其餘依該場的主題。',
  spoken: (count) => `明確 ${count} 段`,
  marks: '特色用詞',
  marksNote: '不是最常用的詞，而是說得比這裡其他人多一倍以上的詞。',
  marksHow: '如何找出',
  marksTable: '數字表格',
  mark: '詞',
  times: '次數',
  ownRate: '本人每萬字',
  othersRate: '他人每萬字',
  longest: '最長的一次發言',
  mentions: '他人提及',
  mentionsNote: (name) => `他人提到${name}時說的話，不算在本人的引言內。`,
  moreMentions: (count) => `另外 ${count} 段`,
  searchMentions: (name) => `以上為最新的；搜尋「${name}」`,
  filter: '顯示關於以下主題的引言',
  all: '全部',
  silent: (name) => `這裡記有${name}的名字，但在這些逐字稿中沒有發言。`,
  follow: '訂閱（feed）',
  feed: {
    speaker: (name) => `${name}發言之處：每場一則。`,
    topic: (name) => `有人談到${name}之處：每場一則。`,
    episodes: '新場次的 feed',
  },
  aboutMarks:
    '特色用詞是某人說得比同語言的其他人多一倍以上、且非偶然的詞：以整個檔案庫的用詞為先驗的加權對數勝算比（Monroe, Colaresi and Quinn, “Fightin’ Words”, 2008），z 至少 1.96，至少出現在三段引言，有兩場以上者至少在兩場。同場發言者的名字與方括號內的文字不計。',
  aboutTime:
    '只有逐字稿標有時間之處才計算發言時間：從一個時間到下一個，其間的引言全屬一人。並註明涵蓋幾段引言。',
  aboutMentions:
    '他人說出某人的全名、完整的別名，或本檔案庫認定指此人的單一用詞，才算提及。兩人共有的名字不算任何一人。',
  aboutFeeds:
    '每個主題都有 feed，出席兩場以上的人也有：每場一則，附開頭的話。所有場次的 feed 列出每位發言者，包括只來過一次的人。',
};

/** By the language of the interface. */
export const peopleWords = { en, de, ar, zh };
