import { counted } from './form.ts';

/** The words of essays and lists of chosen quotes. */
export interface EssayWords {
  /** The kinds of collections, as headings. */
  readonly kinds: Readonly<Record<'essay' | 'list' | 'search', string>>;
  readonly countCharts: (count: number) => string;
  /** After what happened to a quote, `Corrected on 5 May 2026`. */
  readonly since: (changed: string) => string;
  readonly seen: string;
  readonly history: string;
  /** Quotes of a range that are not shown any more. */
  readonly more: (count: number) => string;
  /** How many of the quotes that a search finds are shown. */
  readonly newest: (shown: string, total: string) => string;
  readonly nothing: string;
  readonly all: string;
  /** Only the newest quotes of a saved search are listed. */
  readonly cut: (shown: string, total: string) => string;
  readonly start: string;
  readonly quotedIn: string;
  readonly notes: string;
  readonly back: (number: number) => string;
}

const en: EssayWords = {
  kinds: { essay: 'Essays', list: 'Lists', search: 'Saved searches' },
  countCharts: counted('en', { one: '# chart', other: '# charts' }),
  since: (changed) => `${changed}, after this was written.`,
  seen: 'What it said when this was written',
  history: 'Every earlier wording',
  more: counted('en', {
    one: '# more quote of this range stands in the transcript',
    other: '# more quotes of this range stand in the transcript',
  }),
  newest: (shown, total) => `The newest ${shown} of ${total}.`,
  nothing: 'No quote in this archive answers this search yet.',
  all: 'All of them in the search',
  cut: (shown, total) => `The newest ${shown} of ${total} are listed here; the search shows all.`,
  start: 'New here? Start here:',
  quotedIn: 'Quoted in',
  notes: 'Notes',
  back: (number) => `Back to reference ${number}`,
};

const de: EssayWords = {
  kinds: { essay: 'Essays', list: 'Listen', search: 'Gespeicherte Suchen' },
  countCharts: counted('de', { one: '# Diagramm', other: '# Diagramme' }),
  since: (changed) => `${changed}, nachdem dies geschrieben wurde.`,
  seen: 'Was es sagte, als dies geschrieben wurde',
  history: 'Alle früheren Fassungen',
  more: counted('de', {
    one: '# weiteres Zitat dieses Abschnitts steht im Transkript',
    other: '# weitere Zitate dieses Abschnitts stehen im Transkript',
  }),
  newest: (shown, total) => `Die neuesten ${shown} von ${total}.`,
  nothing: 'Noch kein Zitat in diesem Archiv passt zu dieser Suche.',
  all: 'Alle in der Suche zeigen',
  cut: (shown, total) => `Die neuesten ${shown} von ${total} stehen hier; die Suche zeigt alle.`,
  start: 'Neu hier? Ein guter Anfang:',
  quotedIn: 'Zitiert in',
  notes: 'Anmerkungen',
  back: (number) => `Zurück zu Stelle ${number}`,
};

const ar: EssayWords = {
  kinds: { essay: 'مقالات', list: 'قوائم', search: 'عمليات بحث محفوظة' },
  countCharts: counted('ar-u-nu-latn', {
    zero: 'لا رسوم بيانية',
    one: 'رسم بياني واحد',
    two: 'رسمان بيانيان',
    few: '# رسوم بيانية',
    many: '# رسمًا بيانيًا',
    other: '# رسم بياني',
  }),
  since: (changed) => `${changed}، بعد كتابة هذا النص.`,
  seen: 'ما كان يقوله حين كُتب هذا النص',
  history: 'كل الصيغ السابقة',
  more: counted('ar-u-nu-latn', {
    zero: 'لا اقتباسات أخرى من هذا المقطع في النص الكامل',
    one: 'اقتباس آخر من هذا المقطع في النص الكامل',
    two: 'اقتباسان آخران من هذا المقطع في النص الكامل',
    few: '# اقتباسات أخرى من هذا المقطع في النص الكامل',
    many: '# اقتباسًا آخر من هذا المقطع في النص الكامل',
    other: '# اقتباس آخر من هذا المقطع في النص الكامل',
  }),
  newest: (shown, total) => `أحدث ${shown} من ${total}.`,
  nothing: 'لا يوجد بعد في هذا الأرشيف اقتباس يطابق هذا البحث.',
  all: 'عرضها كلها في صفحة البحث',
  cut: (shown, total) => `هنا أحدث ${shown} من ${total}؛ وصفحة البحث تعرضها كلها.`,
  start: 'جديد هنا؟ ابدأ من هنا:',
  quotedIn: 'مقتبس في',
  notes: 'الحواشي',
  back: (number) => `العودة إلى الموضع ${number}`,
};

const zh: EssayWords = {
  kinds: { essay: '文章', list: '選輯', search: '已儲存的搜尋' },
  countCharts: counted('zh', { other: '# 張圖表' }),
  since: (changed) => `本文寫成之後，${changed}。`,
  seen: '本文寫成時的字句',
  history: '所有舊版本',
  more: counted('zh', { other: '此段另有 # 段引言，見全文' }),
  newest: (shown, total) => `共 ${total} 段，此處為最新的 ${shown} 段。`,
  nothing: '本檔案庫中還沒有符合此搜尋的引言。',
  all: '在搜尋頁中看全部',
  cut: (shown, total) => `共 ${total} 段，此處只列出最新的 ${shown} 段；搜尋頁可看全部。`,
  start: '初次來訪？請從這裡讀起：',
  quotedIn: '引用於',
  notes: '註釋',
  back: (number) => `回到第 ${number} 處`,
};

/** By the language of the interface. */
export const essayWords = { en, de, ar, zh };
