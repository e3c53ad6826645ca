/** Forms of a count with its noun; `#` is the number. The browser chooses: it knows the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The words of the search page. Its script has none of its own: they stand in the page as data. */
export interface FindWords {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly empty: string;
  readonly searching: string;
  readonly failed: string;
  readonly noIndex: string;
  readonly otherVersion: string;
  readonly retry: string;
  readonly reload: string;
  readonly noScript: string;
  readonly appearances: Forms;
  readonly quotes: Forms;
  /** `{quotes}` are shown so far, of those in `{appearances}`. */
  readonly some: string;
  readonly all: string;
  /** Where an appearance may have the words in different quotes. */
  readonly upTo: string;
  readonly appearanceIs: string;
  readonly more: string;
  readonly searchOn: string;
  readonly searchOnHint: string;
  readonly filters: string;
  readonly filteredBy: string;
  readonly remove: string;
  readonly removeAll: string;
  readonly facet: Readonly<
    Record<
      'speaker' | 'show' | 'topic' | 'episode' | 'role' | 'language' | 'status' | 'time',
      string
    >
  >;
  readonly inList: string;
  readonly notListed: string;
  readonly moreValues: Forms;
  readonly from: string;
  readonly to: string;
  readonly dateHint: string;
  readonly setDates: string;
  readonly since: string;
  readonly until: string;
  readonly overTime: string;
  readonly bar: string;
  readonly asTable: string;
  readonly period: string;
  readonly allYears: string;
  readonly undated: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<'relevance' | 'newest' | 'oldest', string>>;
  readonly group: string;
  readonly groups: Readonly<Record<'none' | 'episode' | 'speaker', string>>;
  readonly leftOut: string;
  readonly begun: string;
  /** `{words}` are links to what may have been meant. */
  readonly didYouMean: string;
  /** Words as somebody typed or said them. */
  readonly quoted: string;
  readonly unknown: string;
  readonly together: string;
  readonly without: string;
  readonly filtered: string;
  readonly unresolved: string;
  readonly nothing: string;
  readonly tryHint: string;
  readonly apart: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly copyQuote: string;
  readonly quoteCopied: string;
  readonly play: string;
  readonly noSpeaker: string;
  readonly about: string;
  readonly keys: string;
  readonly help: string;
  readonly helpWhat: string;
  readonly helpFinds: string;
  readonly helpRows: Readonly<
    Record<
      | 'words'
      | 'phrase'
      | 'beginning'
      | 'without'
      | 'speaker'
      | 'show'
      | 'topic'
      | 'year'
      | 'after'
      | 'before',
      string
    >
  >;
  readonly helpNotes: readonly string[];
}

const en: FindWords = {
  label: 'Words to find',
  hint: 'Words, or “a phrase”',
  button: 'Search',
  empty: 'Type words to search for. Results are quotes: what somebody said, in their own words.',
  searching: 'Searching …',
  failed: 'The search index could not be loaded. Check the connection and try again, or browse:',
  noIndex: 'There is no search index yet. Type npm run build: it makes one, and this page uses it.',
  otherVersion: 'The archive has been published anew since this page was loaded. Load it again:',
  retry: 'Try again',
  reload: 'Load again',
  noScript: 'Searching needs JavaScript. Without it, browse:',
  appearances: { one: '# appearance', other: '# appearances' },
  quotes: { one: '# quote', other: '# quotes' },
  some: 'Found in {appearances}. {quotes} shown.',
  all: '{quotes} in {appearances}.',
  upTo: '{quotes} shown. All of the words are in {appearances}, though not always in one quote.',
  appearanceIs: 'An appearance is one speaker in one episode.',
  more: 'Show more',
  searchOn: 'Search on',
  searchOnHint: 'Many have the words, but in different quotes. There may be more further on.',
  filters: 'Filters',
  filteredBy: 'Filtered by',
  remove: 'Remove the filter {name}',
  removeAll: 'Remove all filters',
  facet: {
    speaker: 'Speaker',
    show: 'Show',
    topic: 'Topic',
    episode: 'Episode',
    role: 'Role',
    language: 'Language',
    status: 'Review',
    time: 'Time',
  },
  inList: 'Find in the list: {facet}',
  notListed: 'Nothing in the list is called so.',
  moreValues: { one: '# more: type to find it', other: '# more: type to find them' },
  from: 'From',
  to: 'To',
  dateHint: '2019 or 2019-03',
  setDates: 'Set',
  since: 'from {date}',
  until: 'to {date}',
  overTime: 'Over time',
  bar: '{period}: {appearances}',
  asTable: 'As a table',
  period: 'Time',
  allYears: 'All years',
  undated: 'Episodes without a date are not in it.',
  sort: 'Order',
  sorts: { relevance: 'Best first', newest: 'Newest first', oldest: 'Oldest first' },
  group: 'Group',
  groups: { none: 'One by one', episode: 'By episode', speaker: 'By speaker' },
  leftOut:
    'Nearly everybody says {words}: left out of this search. In quotation marks it is looked for:',
  begun: 'Nobody says {words}. Shown are words that begin so.',
  didYouMean: 'Did you mean {words}?',
  quoted: '“{words}”',
  unknown: 'Nobody in this archive says {words}.',
  together: 'Each of these words is said, but never all of them in one quote. Try without one:',
  without: 'without {words}',
  filtered: 'With these filters nothing is found; without them: {appearances}.',
  unresolved: 'Nothing in this archive is called {value} ({facet}).',
  nothing: 'No quote found.',
  tryHint: 'Try fewer words, or browse:',
  apart: 'These characters never stand together like this. Apart, perhaps:',
  copyLink: 'Copy link',
  linkCopied: 'The link to the quote is copied.',
  copyQuote: 'Copy quote',
  quoteCopied: 'The quote and its source are copied.',
  play: 'Play from {time}',
  noSpeaker: 'Speaker not named',
  about: 'About',
  keys: 'Up and down arrows move through the results.',
  help: 'How to search',
  helpWhat: 'Type',
  helpFinds: 'to find quotes that',
  helpRows: {
    words: 'have all of these words, in any form and with or without accents',
    phrase: 'have exactly these words, one after another',
    beginning: 'have a word that begins so',
    without: 'do not have the second word; a phrase can be left out, too',
    speaker: 'are this person’s own words; a part of the name is enough',
    show: 'are of this show',
    topic: 'are about this topic: by their words, or by their episode',
    year: 'are of this year, or with year:2019-03 of this month',
    after: 'are later than this year',
    before: 'are earlier than this year',
  },
  helpNotes: [
    'Capitals, accents and apostrophes make no difference: resume finds résumé, and dont finds don’t.',
    'A word finds its other forms in the language of the quote: copy finds copied. In quotation marks it finds itself alone.',
    'Chinese and Japanese are found by their characters, wherever they stand.',
    'Counts are of appearances, one speaker in one episode; quotes are counted once they are loaded.',
  ],
};

const de: FindWords = {
  label: 'Gesuchte Wörter',
  hint: 'Wörter, „ein Wortlaut“',
  button: 'Suchen',
  empty: 'Geben Sie Wörter ein. Gefunden werden Zitate: was jemand gesagt hat, im Wortlaut.',
  searching: 'Suche läuft …',
  failed:
    'Der Suchindex ließ sich nicht laden. Prüfen Sie die Verbindung und suchen Sie noch einmal, oder stöbern Sie:',
  noIndex:
    'Es gibt noch keinen Suchindex. Geben Sie npm run build ein: Das erzeugt ihn, und diese Seite benutzt ihn.',
  otherVersion:
    'Das Archiv ist neu veröffentlicht worden, seit diese Seite geladen wurde. Laden Sie sie noch einmal:',
  retry: 'Noch einmal',
  reload: 'Neu laden',
  noScript: 'Die Suche braucht JavaScript. Ohne geht es hier weiter:',
  appearances: { one: '# Auftritt', other: '# Auftritte' },
  quotes: { one: '# Zitat', other: '# Zitate' },
  some: 'Gefunden: {appearances}. Gezeigt: {quotes}.',
  all: '{quotes}, {appearances}.',
  upTo: 'Gezeigt: {quotes}. Alle Wörter enthalten: {appearances}, aber nicht immer in einem Zitat.',
  appearanceIs: 'Ein Auftritt ist eine Person in einer Folge.',
  more: 'Mehr zeigen',
  searchOn: 'Weiter suchen',
  searchOnHint:
    'Viele enthalten die Wörter, aber in verschiedenen Zitaten. Weiter hinten kann es noch welche geben.',
  filters: 'Filter',
  filteredBy: 'Gefiltert nach',
  remove: 'Filter {name} entfernen',
  removeAll: 'Alle Filter entfernen',
  facet: {
    speaker: 'Person',
    show: 'Reihe',
    topic: 'Thema',
    episode: 'Folge',
    role: 'Rolle',
    language: 'Sprache',
    status: 'Prüfung',
    time: 'Zeit',
  },
  inList: 'In der Liste finden: {facet}',
  notListed: 'Nichts in der Liste heißt so.',
  moreValues: { one: '# weiterer Eintrag: tippen', other: '# weitere Einträge: tippen' },
  from: 'Von',
  to: 'Bis',
  dateHint: '2019 oder 2019-03',
  setDates: 'Setzen',
  since: 'ab {date}',
  until: 'bis {date}',
  overTime: 'Im Lauf der Zeit',
  bar: '{period}: {appearances}',
  asTable: 'Als Tabelle',
  period: 'Zeit',
  allYears: 'Alle Jahre',
  undated: 'Folgen ohne Datum sind nicht dabei.',
  sort: 'Reihenfolge',
  sorts: { relevance: 'Beste zuerst', newest: 'Neueste zuerst', oldest: 'Älteste zuerst' },
  group: 'Ordnen',
  groups: { none: 'Einzeln', episode: 'Nach Folge', speaker: 'Nach Person' },
  leftOut:
    'Fast alle sagen {words}: in dieser Suche weggelassen. In Anführungszeichen wird danach gesucht:',
  begun: 'Niemand sagt {words}. Gezeigt werden Wörter, die so anfangen.',
  didYouMean: 'Meinten Sie {words}?',
  quoted: '„{words}“',
  unknown: 'Niemand in diesem Archiv sagt {words}.',
  together:
    'Jedes dieser Wörter kommt vor, aber nie alle in einem Zitat. Versuchen Sie es ohne eines:',
  without: 'ohne {words}',
  filtered: 'Mit diesen Filtern wird nichts gefunden; ohne sie: {appearances}.',
  unresolved: 'Nichts in diesem Archiv heißt {value} ({facet}).',
  nothing: 'Kein Zitat gefunden.',
  tryHint: 'Versuchen Sie es mit weniger Wörtern, oder stöbern Sie:',
  apart: 'So stehen diese Zeichen nirgends beieinander. Getrennt vielleicht:',
  copyLink: 'Link kopieren',
  linkCopied: 'Der Link zum Zitat ist kopiert.',
  copyQuote: 'Zitat kopieren',
  quoteCopied: 'Das Zitat und seine Quelle sind kopiert.',
  play: 'Ab {time} abspielen',
  noSpeaker: 'Person nicht genannt',
  about: 'Über',
  keys: 'Mit den Pfeiltasten auf und ab durch die Ergebnisse.',
  help: 'So wird gesucht',
  helpWhat: 'Eingabe',
  helpFinds: 'findet Zitate, die',
  helpRows: {
    words: 'alle diese Wörter enthalten, in jeder Form, mit und ohne Umlautpunkte',
    phrase: 'genau diese Wörter enthalten, eines nach dem anderen',
    beginning: 'ein Wort enthalten, das so anfängt',
    without: 'das zweite Wort nicht enthalten; auch ein Wortlaut lässt sich ausschließen',
    speaker: 'diese Person selbst gesagt hat; ein Teil des Namens genügt',
    show: 'aus dieser Reihe sind',
    topic: 'von diesem Thema handeln: nach ihren Wörtern oder nach ihrer Folge',
    year: 'aus diesem Jahr sind, mit year:2019-03 aus diesem Monat',
    after: 'später sind als dieses Jahr',
    before: 'früher sind als dieses Jahr',
  },
  helpNotes: [
    'Groß- und Kleinschreibung, Akzente und Apostrophe zählen nicht: uber findet über, strasse findet Straße.',
    'Ein Wort findet seine anderen Formen in der Sprache des Zitats: Haus findet Hauses. In Anführungszeichen findet es nur sich selbst.',
    'Zusammengesetzte Wörter findet ihr Anfang mit einem Stern: Hafen* findet Hafenmauer.',
    'Gezählt werden Auftritte, eine Person in einer Folge; Zitate, sobald sie geladen sind.',
  ],
};

const ar: FindWords = {
  label: 'الكلمات المطلوبة',
  hint: 'كلمات أو «عبارة»',
  button: 'بحث',
  empty: 'اكتب كلمات للبحث عنها. النتائج اقتباسات: ما قاله أحدهم بكلماته.',
  searching: 'جارٍ البحث …',
  failed: 'تعذّر تحميل فهرس البحث. تحقّق من الاتصال وأعد المحاولة، أو تصفّح:',
  noIndex: 'لا يوجد فهرس بحث بعد. اكتب npm run build لإنشائه، وستستخدمه هذه الصفحة.',
  otherVersion: 'نُشر الأرشيف من جديد منذ تحميل هذه الصفحة. حمّلها مرة أخرى:',
  retry: 'أعد المحاولة',
  reload: 'أعد التحميل',
  noScript: 'يحتاج البحث إلى JavaScript. من دونه يمكنك التصفّح:',
  appearances: {
    zero: 'لا ظهور',
    one: 'ظهور واحد',
    two: 'ظهوران',
    few: '# ظهورات',
    many: '# ظهورًا',
    other: '# ظهور',
  },
  quotes: {
    zero: 'لا اقتباسات',
    one: 'اقتباس واحد',
    two: 'اقتباسان',
    few: '# اقتباسات',
    many: '# اقتباسًا',
    other: '# اقتباس',
  },
  some: 'النتائج: {appearances}. المعروض: {quotes}.',
  all: '{quotes}؛ {appearances}.',
  upTo: 'المعروض: {quotes}. كل الكلمات في {appearances}، وإن لم تكن دائمًا في اقتباس واحد.',
  appearanceIs: 'الظهور متحدّث واحد في حلقة واحدة.',
  more: 'عرض المزيد',
  searchOn: 'تابع البحث',
  searchOnHint: 'الكلمات موجودة في كثير منها، لكن في اقتباسات مختلفة. قد يوجد المزيد لاحقًا.',
  filters: 'المرشّحات',
  filteredBy: 'مرشّح حسب',
  remove: 'أزل المرشّح {name}',
  removeAll: 'أزل كل المرشّحات',
  facet: {
    speaker: 'المتحدّث',
    show: 'السلسلة',
    topic: 'الموضوع',
    episode: 'الحلقة',
    role: 'الدور',
    language: 'اللغة',
    status: 'المراجعة',
    time: 'الزمن',
  },
  inList: 'ابحث في القائمة: {facet}',
  notListed: 'لا شيء في القائمة بهذا الاسم.',
  moreValues: {
    one: 'واحد آخر: اكتب لتجده',
    two: 'اثنان آخران: اكتب لتجدهما',
    other: '# أخرى: اكتب لتجدها',
  },
  from: 'من',
  to: 'إلى',
  // Isolated: after Arabic letters, the halves of a month would change places.
  dateHint: '2019 أو \u20662019-03\u2069',
  setDates: 'طبّق',
  since: 'من {date}',
  until: 'إلى {date}',
  overTime: 'عبر الزمن',
  bar: '{period}: {appearances}',
  asTable: 'جدولًا',
  period: 'الزمن',
  allYears: 'كل السنوات',
  undated: 'الحلقات بلا تاريخ ليست فيه.',
  sort: 'الترتيب',
  sorts: { relevance: 'الأنسب أولًا', newest: 'الأحدث أولًا', oldest: 'الأقدم أولًا' },
  group: 'التجميع',
  groups: { none: 'واحدًا واحدًا', episode: 'حسب الحلقة', speaker: 'حسب المتحدّث' },
  leftOut: 'يقول الجميع تقريبًا {words}: تُركت في هذا البحث. بين علامتي اقتباس يُبحث عنها:',
  begun: 'لا أحد يقول {words}. المعروض كلمات تبدأ هكذا.',
  didYouMean: 'هل تقصد {words}؟',
  quoted: '«{words}»',
  unknown: 'لا أحد في هذا الأرشيف يقول {words}.',
  together: 'كل كلمة من هذه الكلمات قيلت، لكنها لم تجتمع في اقتباس واحد. جرّب من دون إحداها:',
  without: 'من دون {words}',
  filtered: 'بهذه المرشّحات لا يوجد شيء؛ ومن دونها: {appearances}.',
  unresolved: 'لا شيء في هذا الأرشيف اسمه {value} ({facet}).',
  nothing: 'لم يوجد اقتباس.',
  tryHint: 'جرّب كلمات أقل، أو تصفّح:',
  apart: 'لا تجتمع هذه المحارف هكذا أبدًا. ربما متفرقة:',
  copyLink: 'انسخ الرابط',
  linkCopied: 'نُسخ رابط الاقتباس.',
  copyQuote: 'انسخ الاقتباس',
  quoteCopied: 'نُسخ الاقتباس ومصدره.',
  play: 'شغّل من {time}',
  noSpeaker: 'متحدّث غير مسمّى',
  about: 'عن',
  keys: 'تنقّل بين النتائج بسهمي الأعلى والأسفل.',
  help: 'كيف تبحث',
  helpWhat: 'اكتب',
  helpFinds: 'لتجد الاقتباسات التي',
  helpRows: {
    words: 'فيها كل هذه الكلمات، بأي صيغة، بالتشكيل أو من دونه',
    phrase: 'فيها هذه الكلمات نفسها متتابعة',
    beginning: 'فيها كلمة تبدأ هكذا',
    without: 'ليست فيها الكلمة الثانية؛ ويمكن استثناء عبارة أيضًا',
    speaker: 'قالها هذا الشخص نفسه؛ يكفي جزء من الاسم',
    show: 'من هذه السلسلة',
    topic: 'عن هذا الموضوع: بكلماتها أو بحلقتها',
    year: 'من هذه السنة، أو من هذا الشهر مع year:2019-03',
    after: 'بعد هذه السنة',
    before: 'قبل هذه السنة',
  },
  helpNotes: [
    'لا فرق بين الحروف الكبيرة والصغيرة، ولا بين التشكيل وعدمه، ولا بين أ و ا أو ة و ه.',
    'تجد الكلمة صيغها الأخرى في لغة الاقتباس: ميناء تجد الميناء. وبين علامتي اقتباس تجد نفسها فقط.',
    'تُطلب الصينية واليابانية بمحارفها أينما وقعت.',
    'العدّ بالظهور، أي متحدّث واحد في حلقة واحدة؛ وتُعدّ الاقتباسات بعد تحميلها.',
  ],
};

const zh: FindWords = {
  label: '要找的詞語',
  hint: '詞語，或「整句」',
  button: '搜尋',
  empty: '請輸入要找的詞語。結果是引文：某人說過的原話。',
  searching: '搜尋中……',
  failed: '無法載入搜尋索引。請檢查連線後再試，或直接瀏覽：',
  noIndex: '還沒有搜尋索引。輸入 npm run build 便會建立，本頁隨即使用。',
  otherVersion: '此頁載入之後，檔案庫已重新發布。請重新載入：',
  retry: '再試一次',
  reload: '重新載入',
  noScript: '搜尋需要 JavaScript。沒有它時，可以瀏覽：',
  appearances: { other: '# 次出現' },
  quotes: { other: '# 則引文' },
  some: '見於{appearances}，已列出 {quotes}。',
  all: '{appearances}中共 {quotes}。',
  upTo: '已列出 {quotes}。{appearances}含有所有詞語，但未必在同一則引文中。',
  appearanceIs: '一位講者在一集中算一次出現。',
  more: '顯示更多',
  searchOn: '繼續搜尋',
  searchOnHint: '許多處含有這些詞語，但分散在不同引文中。後面可能還有。',
  filters: '篩選',
  filteredBy: '篩選條件',
  remove: '移除篩選 {name}',
  removeAll: '移除所有篩選',
  facet: {
    speaker: '講者',
    show: '系列',
    topic: '主題',
    episode: '集',
    role: '角色',
    language: '語言',
    status: '校對',
    time: '時間',
  },
  inList: '在清單中尋找：{facet}',
  notListed: '清單中沒有這個名稱。',
  moreValues: { other: '還有 # 項：輸入以尋找' },
  from: '從',
  to: '到',
  dateHint: '2019 或 2019-03',
  setDates: '套用',
  since: '{date} 起',
  until: '至 {date}',
  overTime: '時間分布',
  bar: '{period}：{appearances}',
  asTable: '以表格顯示',
  period: '時間',
  allYears: '所有年份',
  undated: '沒有日期的集不計入。',
  sort: '排序',
  sorts: { relevance: '最相關優先', newest: '最新優先', oldest: '最舊優先' },
  group: '分組',
  groups: { none: '逐則', episode: '依集', speaker: '依講者' },
  leftOut: '幾乎人人都說{words}，此次搜尋略去。加上引號便會尋找：',
  begun: '沒有人說{words}。以下是以此開頭的詞。',
  didYouMean: '您是指{words}？',
  quoted: '「{words}」',
  unknown: '此檔案庫中沒有人說過{words}。',
  together: '這些詞語各自有人說過，但從未同在一則引文中。試試去掉其中一個：',
  without: '不含{words}',
  filtered: '在這些篩選條件下沒有結果；不篩選則有{appearances}。',
  unresolved: '此檔案庫中沒有名為{value}的（{facet}）。',
  nothing: '沒有找到引文。',
  tryHint: '試試少用幾個詞，或直接瀏覽：',
  apart: '這些字從未如此相連。分開來也許：',
  copyLink: '複製連結',
  linkCopied: '已複製引文連結。',
  copyQuote: '複製引文',
  quoteCopied: '已複製引文及其出處。',
  play: '從 {time} 播放',
  noSpeaker: '未具名講者',
  about: '關於',
  keys: '用上下方向鍵在結果間移動。',
  help: '如何搜尋',
  helpWhat: '輸入',
  helpFinds: '可找到的引文',
  helpRows: {
    words: '含有所有這些詞語，不分詞形與重音',
    phrase: '含有完全相同、緊接相連的詞語',
    beginning: '含有以此開頭的詞',
    without: '不含第二個詞；也可以排除整句',
    speaker: '是此人親口所說；輸入部分姓名即可',
    show: '出自此系列',
    topic: '與此主題有關：依其用詞，或依其所屬的集',
    year: '出自這一年；year:2019-03 則為該月',
    after: '晚於這一年',
    before: '早於這一年',
  },
  helpNotes: [
    '不分大小寫、重音與撇號：resume 也能找到 résumé。',
    '詞語會找到引文語言中的其他詞形：copy 找到 copied。加上引號則只找它本身。',
    '中文與日文依字尋找，不論出現在何處：潮汐找到潮汐表。',
    '計數單位是出現，即一位講者在一集中；引文載入後才計數。',
  ],
};

/** By the language of the interface. */
export const findWords = { en, de, ar, zh };
