import type { Forms } from './find.ts';

/** The words of trends. The page’s script has none of its own: what is in braces, it fills in. */
export interface TrendWords {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly beginning: string;
  readonly end: string;
  readonly button: string;
  readonly noScript: string;
  readonly noDates: string;
  readonly ready: Readonly<Record<'topics' | 'speakers', string>>;
  readonly examples: Readonly<
    Record<'words' | 'phrases' | 'changing' | 'topics' | 'speakers', string>
  >;
  readonly add: string;
  readonly loading: string;
  /** `{names}` are compared, from `{from}` to `{to}`. */
  readonly done: string;
  readonly nothing: string;
  readonly notUnderstood: string;
  readonly scales: Readonly<Record<'times' | 'share', string>>;
  readonly allWords: string;
  readonly table: string;
  readonly tableText: Readonly<Record<'times' | 'share', string>>;
  /** Of a line with one period, and with more. */
  readonly single: string;
  readonly described: string;
  readonly silent: string;
  readonly times: Forms;
  readonly words: Forms;
  readonly remove: string;
  /** Why something is not compared: `{name}`, and `{least}` times. */
  readonly reasons: Readonly<
    Record<'nobody' | 'seldom' | 'long' | 'open' | 'broad' | 'speaker' | 'topic' | 'other', string>
  >;
  readonly searchFor: string;
  readonly forms: string;
  readonly tooMany: string;
  readonly outside: string;
  readonly allTime: string;
  readonly failed: string;
  readonly retry: string;
  readonly otherVersion: string;
  readonly reload: string;
  readonly counted: string;
  readonly countedNotes: readonly string[];
  readonly undated: Forms;
}

const en: TrendWords = {
  title: 'Trends',
  lead: 'Compare words, phrases, topics and speakers over the years, each as a share of everything that was said.',
  label: 'Words, phrases, topics or speakers, with commas between them',
  from: 'From',
  to: 'To',
  beginning: 'the beginning',
  end: 'the end',
  button: 'Compare',
  noScript:
    'Comparing words of your own needs JavaScript. This comparison was made with the archive:',
  noDates:
    'No episode of this archive has a date, so nothing in it can be compared over time. Everything can be searched:',
  ready: { topics: 'The topics most spoken of', speakers: 'Who speaks most' },
  examples: {
    words: 'Words',
    phrases: 'Phrases',
    changing: 'Words that changed most',
    topics: 'Topics',
    speakers: 'Speakers',
  },
  add: 'Topics and speakers to add',
  loading: 'Counting …',
  done: 'Compared from {from} to {to}: {names}.',
  nothing: 'None of this can be compared.',
  notUnderstood: 'There is no word in what was typed, or it is too long.',
  scales: { times: 'Times per 10,000 words', share: 'Share of all words' },
  allWords: 'All words',
  table: 'The figures',
  tableText: {
    times: 'Times per 10,000 words, and how often it was said. Each number leads to the quotes.',
    share: 'Share of all words, and how many words that are. Each number leads to the quotes.',
  },
  single: '{most} in {when}.',
  described: '{first} in {from}, {last} in {to}; most in {when}: {most}.',
  silent: 'Not in this time.',
  times: { one: 'once', other: '# times' },
  words: { one: '# word', other: '# words' },
  remove: 'Remove {name}',
  reasons: {
    nobody: 'Nobody says {name} in an episode with a date.',
    seldom:
      '{name} is said fewer than {least} times in all: a phrase as rare as that is not counted here.',
    long: '{name} is longer than three words: so long a phrase is not counted here.',
    open: '{name} ends in one character, which may have any other beside it: that is not counted here.',
    broad: 'Too many words begin with {name}: type some more letters.',
    speaker: 'Nobody of the name {name} speaks in an episode with a date.',
    topic: 'No quote with a date is about a topic of the name {name}.',
    other: '{name} can be searched for, but not counted here.',
  },
  searchFor: 'Search for it',
  forms: 'Other forms of {name}:',
  tooMany: 'Six are shown at once. Left out: {names}.',
  outside: 'The archive has nothing between {from} and {to}.',
  allTime: 'Show all of its time',
  failed: 'The figures could not be loaded. Check the connection and try again.',
  retry: 'Try again',
  otherVersion: 'The archive has been published anew since this page was loaded.',
  reload: 'Load again',
  counted: 'What is counted',
  countedNotes: [
    'A word is counted just as it is typed, in any case, with or without accents; its other forms are words of their own. A star at its end (tid*) counts all words that begin so.',
    'Words between two commas are a phrase. Phrases of two and three words are counted when they are said at least {least} times in all.',
    'In scripts without blanks, such as Chinese, up to four characters in a row are counted.',
    'A topic has all words of the quotes about it; a speaker, all words that are theirs. Everything is a share of all words said in that time, in whatever language; notes, breaks and advertisements are no words.',
  ],
  undated: {
    one: '# episode without a date is left out.',
    other: '# episodes without a date are left out.',
  },
};

const de: TrendWords = {
  title: 'Trends',
  lead: 'Wörter, Wendungen, Themen und Sprecher über die Jahre vergleichen, jeweils als Anteil an allem, was gesagt wurde.',
  label: 'Wörter, Wendungen, Themen oder Sprecher, mit Kommas dazwischen',
  from: 'Von',
  to: 'Bis',
  beginning: 'Anfang',
  end: 'Ende',
  button: 'Vergleichen',
  noScript:
    'Eigene Wörter zu vergleichen braucht JavaScript. Dieser Vergleich wurde mit dem Archiv gemacht:',
  noDates:
    'Keine Folge dieses Archivs hat ein Datum, also lässt sich nichts darin über die Zeit vergleichen. Suchen kann man alles:',
  ready: { topics: 'Wovon am meisten die Rede ist', speakers: 'Wer am meisten spricht' },
  examples: {
    words: 'Wörter',
    phrases: 'Wendungen',
    changing: 'Wörter, die sich am meisten änderten',
    topics: 'Themen',
    speakers: 'Sprecher',
  },
  add: 'Themen und Sprecher zum Hinzufügen',
  loading: 'Wird gezählt …',
  done: 'Verglichen von {from} bis {to}: {names}.',
  nothing: 'Nichts davon lässt sich vergleichen.',
  notUnderstood: 'In der Eingabe ist kein Wort, oder sie ist zu lang.',
  scales: { times: 'Mal je 10.000 Wörter', share: 'Anteil an allen Wörtern' },
  allWords: 'Alle Wörter',
  table: 'Die Zahlen',
  tableText: {
    times: 'Mal je 10.000 Wörter, und wie oft es gesagt wurde. Jede Zahl führt zu den Zitaten.',
    share:
      'Anteil an allen Wörtern, und wie viele Wörter das sind. Jede Zahl führt zu den Zitaten.',
  },
  single: '{when}: {most}.',
  described: '{from}: {first}; {to}: {last}; am meisten {when}: {most}.',
  silent: 'Nicht in dieser Zeit.',
  times: { one: 'einmal', other: '#-mal' },
  words: { one: '# Wort', other: '# Wörter' },
  remove: '{name} entfernen',
  reasons: {
    nobody: 'In einer Folge mit Datum sagt niemand {name}.',
    seldom:
      '{name} wird weniger als {least}-mal gesagt: So seltene Wendungen werden hier nicht gezählt.',
    long: '{name} hat mehr als drei Wörter: So lange Wendungen werden hier nicht gezählt.',
    open: '{name} endet mit einem einzelnen Schriftzeichen, neben dem jedes andere stehen kann: Das wird hier nicht gezählt.',
    broad: 'Zu viele Wörter beginnen mit {name}: Bitte noch ein paar Buchstaben.',
    speaker: 'In einer Folge mit Datum spricht niemand mit dem Namen {name}.',
    topic: 'Kein Zitat mit Datum gehört zu einem Thema mit dem Namen {name}.',
    other: '{name} kann man suchen, aber hier nicht zählen.',
  },
  searchFor: 'Danach suchen',
  forms: 'Andere Formen von {name}:',
  tooMany: 'Sechs werden zugleich gezeigt. Weggelassen: {names}.',
  outside: 'Das Archiv hat nichts zwischen {from} und {to}.',
  allTime: 'Seine ganze Zeit zeigen',
  failed:
    'Die Zahlen konnten nicht geladen werden. Bitte die Verbindung prüfen und es noch einmal versuchen.',
  retry: 'Noch einmal versuchen',
  otherVersion: 'Das Archiv wurde neu veröffentlicht, seit diese Seite geladen wurde.',
  reload: 'Neu laden',
  counted: 'Was gezählt wird',
  countedNotes: [
    'Ein Wort wird genau so gezählt, wie es eingegeben wird, groß oder klein, mit oder ohne Akzente; seine anderen Formen sind eigene Wörter. Ein Stern am Ende (Gezeit*) zählt alle Wörter, die so beginnen.',
    'Wörter zwischen zwei Kommas sind eine Wendung. Wendungen aus zwei und drei Wörtern werden gezählt, wenn sie im Ganzen mindestens {least}-mal gesagt werden.',
    'In Schriften ohne Leerzeichen, wie der chinesischen, werden bis zu vier Zeichen hintereinander gezählt.',
    'Zu einem Thema gehören alle Wörter der Zitate darüber, zu einem Sprecher alle seine Wörter. Alles ist ein Anteil an allen Wörtern, die in dieser Zeit gesagt wurden, gleich in welcher Sprache; Notizen, Pausen und Werbung zählen nicht.',
  ],
  undated: {
    one: '# Folge ohne Datum ist nicht dabei.',
    other: '# Folgen ohne Datum sind nicht dabei.',
  },
};

const ar: TrendWords = {
  title: 'عبر الزمن',
  lead: 'قارن الكلمات والعبارات والمواضيع والمتحدّثين عبر السنين، كلّ بحصّته من جميع ما قيل.',
  label: 'كلمات أو عبارات أو مواضيع أو متحدّثون، وبين كلّ اثنين فاصلة',
  from: 'من',
  to: 'إلى',
  beginning: 'البداية',
  end: 'النهاية',
  button: 'قارن',
  noScript: 'مقارنة كلمات من اختيارك تحتاج إلى JavaScript. وهذه مقارنة صُنعت مع الأرشيف:',
  noDates: 'لا حلقة في هذا الأرشيف لها تاريخ، فلا شيء فيه يُقارَن عبر الزمن. لكن البحث ممكن في كلّه:',
  ready: { topics: 'أكثر ما يدور الكلام عنه', speakers: 'أكثر المتحدّثين كلامًا' },
  examples: {
    words: 'كلمات',
    phrases: 'عبارات',
    changing: 'أكثر الكلمات تغيّرًا',
    topics: 'مواضيع',
    speakers: 'متحدّثون',
  },
  add: 'مواضيع ومتحدّثون للإضافة',
  loading: 'جارٍ العدّ …',
  done: 'مقارنة من {from} إلى {to}: {names}.',
  nothing: 'لا شيء من هذا يمكن مقارنته.',
  notUnderstood: 'ليس في ما كُتب كلمة، أو هو أطول من اللازم.',
  scales: { times: 'مرّات لكلّ 10,000 كلمة', share: 'الحصّة من كلّ الكلمات' },
  allWords: 'كلّ الكلمات',
  table: 'الأرقام',
  tableText: {
    times: 'المرّات لكلّ 10,000 كلمة، وكم مرّة قيلت. كلّ رقم يؤدّي إلى الاقتباسات.',
    share: 'الحصّة من كلّ الكلمات، وكم كلمة هي. كلّ رقم يؤدّي إلى الاقتباسات.',
  },
  single: '{when}: {most}.',
  described: '{from}: {first}؛ {to}: {last}؛ والأكثر {when}: {most}.',
  silent: 'لم يُقل في هذه المدّة.',
  times: {
    zero: '# مرّة',
    one: 'مرّة واحدة',
    two: 'مرّتان',
    few: '# مرّات',
    many: '# مرّة',
    other: '# مرّة',
  },
  words: {
    zero: '# كلمة',
    one: 'كلمة واحدة',
    two: 'كلمتان',
    few: '# كلمات',
    many: '# كلمة',
    other: '# كلمة',
  },
  remove: 'أزل {name}',
  reasons: {
    nobody: 'لا أحد يقول {name} في حلقة لها تاريخ.',
    seldom: 'مرّات {name} في المجموع أقلّ من {least}: العبارات النادرة هكذا لا تُعدّ هنا.',
    long: '{name} أطول من ثلاث كلمات: العبارات الطويلة هكذا لا تُعدّ هنا.',
    open: '{name} تنتهي بحرف واحد قد يجاوره أيّ حرف آخر: هذا لا يُعدّ هنا.',
    broad: 'كلمات كثيرة جدًّا تبدأ بـ{name}: اكتب حروفًا أكثر.',
    speaker: 'لا أحد باسم {name} يتكلّم في حلقة لها تاريخ.',
    topic: 'لا اقتباس له تاريخ عن موضوع باسم {name}.',
    other: 'يمكن البحث عن {name}، لكن لا يُعدّ هنا.',
  },
  searchFor: 'ابحث عنها',
  forms: 'صيغ أخرى من {name}:',
  tooMany: 'تُعرض ستّة معًا. تُرك: {names}.',
  outside: 'ليس في الأرشيف شيء بين {from} و{to}.',
  allTime: 'اعرض كلّ زمنه',
  failed: 'تعذّر تحميل الأرقام. تحقّق من الاتصال وحاول مرّة أخرى.',
  retry: 'حاول مرّة أخرى',
  otherVersion: 'نُشر الأرشيف من جديد بعد تحميل هذه الصفحة.',
  reload: 'أعد التحميل',
  counted: 'ما الذي يُعدّ',
  countedNotes: [
    'تُعدّ الكلمة كما كُتبت تمامًا، بالتشكيل أو بدونه؛ وصيغها الأخرى كلمات قائمة بذاتها. والنجمة في آخرها (مين*) تعدّ كلّ الكلمات التي تبدأ هكذا.',
    'الكلمات بين فاصلتين عبارة. تُعدّ العبارات من كلمتين وثلاث إذا بلغت مرّاتها في المجموع {least} على الأقلّ.',
    'في الكتابات التي لا فراغ فيها بين الكلمات، كالصينية، تُعدّ حتى أربعة رموز متتالية.',
    'للموضوع كلّ كلمات الاقتباسات عنه، وللمتحدّث كلّ كلماته. وكلّ ذلك حصّة من جميع الكلمات التي قيلت في تلك المدّة بأيّ لغة؛ الملاحظات والفواصل والإعلانات لا تُعدّ كلمات.',
  ],
  undated: {
    zero: '# حلقة بلا تاريخ متروكة.',
    one: 'حلقة واحدة بلا تاريخ متروكة.',
    two: 'حلقتان بلا تاريخ متروكتان.',
    few: '# حلقات بلا تاريخ متروكة.',
    many: '# حلقة بلا تاريخ متروكة.',
    other: '# حلقة بلا تاريخ متروكة.',
  },
};

const zh: TrendWords = {
  title: '歷年趨勢',
  lead: '比較詞語、詞句、主題與發言者歷年的變化：各占全部發言的多少。',
  label: '詞語、詞句、主題或發言者，以逗號分開',
  from: '從',
  to: '到',
  beginning: '開頭',
  end: '結尾',
  button: '比較',
  noScript: '自選詞語比較需要 JavaScript。以下是隨檔案庫做好的比較：',
  noDates: '這個檔案庫的場次都沒有日期，無法按時間比較。全部內容都可以搜尋：',
  ready: { topics: '談得最多的主題', speakers: '說得最多的人' },
  examples: {
    words: '詞語',
    phrases: '詞句',
    changing: '變化最大的詞語',
    topics: '主題',
    speakers: '發言者',
  },
  add: '可加入的主題與發言者',
  loading: '計算中……',
  done: '已比較 {from} 至 {to}：{names}。',
  nothing: '這些都無法比較。',
  notUnderstood: '輸入的內容裡沒有詞語，或者太長。',
  scales: { times: '每一萬字出現次數', share: '占全部字數的比例' },
  allWords: '全部字數',
  table: '數字',
  tableText: {
    times: '每一萬字出現次數，以及出現了幾次。每個數字都通往引言。',
    share: '占全部字數的比例，以及有多少字。每個數字都通往引言。',
  },
  single: '{when}：{most}。',
  described: '{from}：{first}；{to}：{last}；最多在 {when}：{most}。',
  silent: '這段時間裡沒有。',
  times: { other: '# 次' },
  words: { other: '# 字' },
  remove: '移除{name}',
  reasons: {
    nobody: '有日期的場次裡沒有人說{name}。',
    seldom: '{name}出現不到 {least} 次：這麼少見的詞句這裡不計算。',
    long: '{name}太長：超過三個詞（或四個漢字）的詞句這裡不計算。',
    open: '{name}以單獨一字結尾，旁邊可以是任何字：這裡不計算。',
    broad: '以{name}開頭的詞太多：請再多打幾個字母。',
    speaker: '有日期的場次裡沒有名叫{name}的發言者。',
    topic: '有日期的引言裡沒有關於名叫{name}的主題的。',
    other: '{name}可以搜尋，但這裡不計算。',
  },
  searchFor: '搜尋看看',
  forms: '{name}的其他形式：',
  tooMany: '一次顯示六項。未顯示：{names}。',
  outside: '檔案庫在 {from} 到 {to} 之間沒有內容。',
  allTime: '顯示全部時間',
  failed: '無法載入數字。請檢查連線後再試一次。',
  retry: '再試一次',
  otherVersion: '載入本頁之後，檔案庫已重新發布。',
  reload: '重新載入',
  counted: '計算的是什麼',
  countedNotes: [
    '詞語依照輸入的樣子計算，不分大小寫，有無重音符號皆可；其他詞形各算各的。結尾的星號（tid*）計算所有以此開頭的詞。',
    '兩個逗號之間的詞是一個詞句。兩個詞和三個詞的詞句，總共說過至少 {least} 次才計算。',
    '在不以空格分詞的文字裡，例如漢字，最多計算四個相連的字。',
    '主題的字數是相關引言的全部字數，發言者的字數是其所說的全部。一切都是那段時間所說全部字數的比例，不分語言；附註、休息與廣告不計入。',
  ],
  undated: { other: '有 # 場沒有日期，未計入。' },
};

/** By the language of the interface. */
export const trendWords = { en, de, ar, zh };
