import type { Forms } from './find.ts';

/** What the dialog shows, in the order in which it shows it. */
export const findable = ['quote', 'speaker', 'topic', 'show', 'episode'] as const;
export type Findable = (typeof findable)[number];

/**
 * The words of the search dialog, in every language of the interface: its script brings them along when the
 * dialog is opened, so that no page carries them.
 */
export interface DialogWords {
  readonly close: string;
  /** What one may type, in the empty dialog. */
  readonly hint: string;
  readonly searching: string;
  readonly results: string;
  readonly groups: Readonly<Record<Findable, string>>;
  readonly counts: Readonly<Record<Findable, Forms>>;
  /** Where there are more than are shown. */
  readonly more: Forms;
  readonly found: string;
  readonly all: string;
  readonly nothing: string;
  /** Where only a part was looked through. */
  readonly nothingYet: string;
  readonly otherVersion: string;
  readonly noSpeaker: string;
  /** What the keys do that stand before each. */
  readonly choose: string;
  readonly open: string;
  readonly leave: string;
  /** The box that turns the one key off that opens the dialog. */
  readonly slash: string;
}

const en: DialogWords = {
  close: 'Close',
  hint: 'Words, “a phrase”, -without, speaker:name',
  searching: 'Searching …',
  results: 'Results',
  groups: {
    quote: 'Quotes',
    speaker: 'People',
    topic: 'Topics',
    show: 'Shows',
    episode: 'Episodes',
  },
  counts: {
    quote: { one: '# quote', other: '# quotes' },
    speaker: { one: '# person', other: '# people' },
    topic: { one: '# topic', other: '# topics' },
    show: { one: '# show', other: '# shows' },
    episode: { one: '# episode', other: '# episodes' },
  },
  more: { one: 'more than # quote', other: 'more than # quotes' },
  found: 'Found: {list}.',
  all: 'Search for “{words}”: all results',
  nothing: 'Nothing found for “{words}”.',
  nothingYet: 'No quote found so far. All results look further.',
  otherVersion:
    'The archive has been published anew since this page was loaded. Load the page again, or go on here:',
  noSpeaker: 'Speaker not named',
  choose: 'choose',
  open: 'open',
  leave: 'close',
  slash: '{key} opens this search',
};

const de: DialogWords = {
  close: 'Schließen',
  hint: 'Wörter, „ein Wortlaut“, -ohne, speaker:Name',
  searching: 'Suche läuft …',
  results: 'Ergebnisse',
  groups: {
    quote: 'Zitate',
    speaker: 'Personen',
    topic: 'Themen',
    show: 'Reihen',
    episode: 'Folgen',
  },
  counts: {
    quote: { one: '# Zitat', other: '# Zitate' },
    speaker: { one: '# Person', other: '# Personen' },
    topic: { one: '# Thema', other: '# Themen' },
    show: { one: '# Reihe', other: '# Reihen' },
    episode: { one: '# Folge', other: '# Folgen' },
  },
  more: { one: 'mehr als # Zitat', other: 'mehr als # Zitate' },
  found: 'Gefunden: {list}.',
  all: 'Suche nach „{words}“: alle Ergebnisse',
  nothing: 'Nichts gefunden für „{words}“.',
  nothingYet: 'Bisher kein Zitat gefunden. „Alle Ergebnisse“ sucht weiter.',
  otherVersion:
    'Das Archiv ist neu veröffentlicht worden, seit diese Seite geladen wurde. Laden Sie die Seite neu, oder gehen Sie hier weiter:',
  noSpeaker: 'Person nicht genannt',
  choose: 'wählen',
  open: 'öffnen',
  leave: 'schließen',
  slash: '{key} öffnet diese Suche',
};

const ar: DialogWords = {
  close: 'أغلق',
  hint: 'كلمات، «عبارة»، -من دون، speaker:اسم',
  searching: 'جارٍ البحث …',
  results: 'النتائج',
  groups: {
    quote: 'الاقتباسات',
    speaker: 'المتحدثون',
    topic: 'المواضيع',
    show: 'السلاسل',
    episode: 'الحلقات',
  },
  counts: {
    quote: {
      one: 'اقتباس واحد',
      two: 'اقتباسان',
      few: '# اقتباسات',
      many: '# اقتباسًا',
      other: '# اقتباس',
    },
    speaker: {
      one: 'متحدث واحد',
      two: 'متحدثان',
      few: '# متحدثين',
      many: '# متحدثًا',
      other: '# متحدث',
    },
    topic: {
      one: 'موضوع واحد',
      two: 'موضوعان',
      few: '# مواضيع',
      many: '# موضوعًا',
      other: '# موضوع',
    },
    show: {
      one: 'سلسلة واحدة',
      two: 'سلسلتان',
      few: '# سلاسل',
      many: '# سلسلة',
      other: '# سلسلة',
    },
    episode: {
      one: 'حلقة واحدة',
      two: 'حلقتان',
      few: '# حلقات',
      many: '# حلقة',
      other: '# حلقة',
    },
  },
  more: {
    one: 'أكثر من اقتباس واحد',
    two: 'أكثر من اقتباسين',
    few: 'أكثر من # اقتباسات',
    many: 'أكثر من # اقتباسًا',
    other: 'أكثر من # اقتباس',
  },
  found: 'النتائج: {list}.',
  all: 'ابحث عن «{words}»: كل النتائج',
  nothing: 'لا شيء يطابق «{words}».',
  nothingYet: 'لم يوجد اقتباس حتى الآن. «كل النتائج» تتابع البحث.',
  otherVersion: 'نُشر الأرشيف من جديد منذ تحميل هذه الصفحة. أعد تحميلها، أو تابع من هنا:',
  noSpeaker: 'متحدث غير مسمّى',
  choose: 'اختر',
  open: 'افتح',
  leave: 'أغلق',
  slash: 'المفتاح {key} يفتح هذا البحث',
};

const zh: DialogWords = {
  close: '關閉',
  hint: '詞語、「整句」、-排除、speaker:姓名',
  searching: '搜尋中……',
  results: '結果',
  groups: { quote: '引言', speaker: '講者', topic: '主題', show: '系列', episode: '場次' },
  counts: {
    quote: { other: '# 段引言' },
    speaker: { other: '# 位講者' },
    topic: { other: '# 個主題' },
    show: { other: '# 個系列' },
    episode: { other: '# 場' },
  },
  more: { other: '超過 # 段引言' },
  found: '找到：{list}。',
  all: '搜尋「{words}」：所有結果',
  nothing: '找不到「{words}」。',
  nothingYet: '目前沒有找到引言。「所有結果」會繼續搜尋。',
  otherVersion: '此頁載入之後，資料庫已重新發布。請重新載入此頁，或由此繼續：',
  noSpeaker: '未具名講者',
  choose: '選擇',
  open: '開啟',
  leave: '關閉',
  slash: '{key} 開啟此搜尋',
};

const languages: Readonly<Record<string, DialogWords>> = { ar, de, en, zh };

/** The words in a language of the interface; in English where there is no translation. */
export const dialogWordsOf = (language: string): DialogWords =>
  languages[language.split('-')[0]!.toLowerCase()] ?? en;
