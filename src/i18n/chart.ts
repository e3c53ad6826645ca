/** What of a chart's description changes with its figures. */
export interface Span {
  /** The first and the last period, and the one with the most; what was counted in each. */
  readonly first: readonly [period: string, count: string];
  readonly last: readonly [period: string, count: string];
  /** Absent where that is no more than in the first and in the last. */
  readonly most?: readonly [period: string, count: string];
}

/** The words of charts. */
export interface ChartWords {
  readonly show: string;
  readonly words: string;
  readonly period: string;
  readonly quarter: (number: string) => string;
  readonly titles: Readonly<Record<'episodes' | 'quotes' | 'words', (name: string) => string>>;
  readonly described: (span: Span) => string;
  /** The same of charts in which each bar has all that was counted until then. */
  readonly totals: ChartWords['titles'];
  readonly grown: (span: Span) => string;
  readonly single: (period: string, counts: string) => string;
  readonly undatedOnly: (counts: string) => string;
  readonly undated: (counts: string) => string;
  readonly table: string;
  readonly download: string;
  readonly more: (count: string) => string;
}

const en: ChartWords = {
  show: 'Show',
  words: 'Words',
  period: 'When',
  quarter: (number) => `Q${number}`,
  titles: {
    episodes: (name) => `Episodes over time: ${name}`,
    quotes: (name) => `Quotes over time: ${name}`,
    words: (name) => `Words over time: ${name}`,
  },
  described: ({ first, last, most }) =>
    `From ${first[1]} in ${first[0]} to ${last[1]} in ${last[0]}; ${most ? `most in ${most[0]}: ${most[1]}` : 'never more'}.`,
  totals: {
    episodes: (name) => `All episodes until then: ${name}`,
    quotes: (name) => `All quotes until then: ${name}`,
    words: (name) => `All words until then: ${name}`,
  },
  grown: ({ first, last }) => `${first[1]} by ${first[0]}, ${last[1]} by ${last[0]}.`,
  single: (period, counts) => `All in ${period}: ${counts}.`,
  undatedOnly: (counts) => `Without a date: ${counts}.`,
  undated: (counts) => `Not in the chart, for want of a date: ${counts}.`,
  table: 'The figures as a table',
  download: 'Download as CSV',
  more: (count) => `${count} more`,
};

const de: ChartWords = {
  show: 'Zeige',
  words: 'Wörter',
  period: 'Wann',
  quarter: (number) => `Q${number}`,
  titles: {
    episodes: (name) => `Folgen im Lauf der Zeit: ${name}`,
    quotes: (name) => `Zitate im Lauf der Zeit: ${name}`,
    words: (name) => `Wörter im Lauf der Zeit: ${name}`,
  },
  described: ({ first, last, most }) =>
    `${first[0]}: ${first[1]}; ${last[0]}: ${last[1]}; ${most ? `am meisten ${most[0]}: ${most[1]}` : 'nie mehr'}.`,
  totals: {
    episodes: (name) => `Alle Folgen bis dahin: ${name}`,
    quotes: (name) => `Alle Zitate bis dahin: ${name}`,
    words: (name) => `Alle Wörter bis dahin: ${name}`,
  },
  grown: ({ first, last }) => `Bis ${first[0]}: ${first[1]}; bis ${last[0]}: ${last[1]}.`,
  single: (period, counts) => `Alles ${period}: ${counts}.`,
  undatedOnly: (counts) => `Ohne Datum: ${counts}.`,
  undated: (counts) => `Nicht im Diagramm, weil ohne Datum: ${counts}.`,
  table: 'Die Zahlen als Tabelle',
  download: 'Als CSV herunterladen',
  more: (count) => `${count} weitere`,
};

const ar: ChartWords = {
  show: 'اعرض',
  words: 'الكلمات',
  period: 'متى',
  quarter: (number) => `ر${number}`,
  titles: {
    episodes: (name) => `الحلقات عبر الزمن: ${name}`,
    quotes: (name) => `الاقتباسات عبر الزمن: ${name}`,
    words: (name) => `الكلمات عبر الزمن: ${name}`,
  },
  described: ({ first, last, most }) =>
    `${first[0]}: ${first[1]}؛ ${last[0]}: ${last[1]}؛ ${most ? `والأكثر ${most[0]}: ${most[1]}` : 'ولم تزد على ذلك'}.`,
  totals: {
    episodes: (name) => `كل الحلقات حتى حينه: ${name}`,
    quotes: (name) => `كل الاقتباسات حتى حينه: ${name}`,
    words: (name) => `كل الكلمات حتى حينه: ${name}`,
  },
  grown: ({ first, last }) => `حتى ${first[0]}: ${first[1]}؛ حتى ${last[0]}: ${last[1]}.`,
  single: (period, counts) => `كلها في ${period}: ${counts}.`,
  undatedOnly: (counts) => `بلا تاريخ: ${counts}.`,
  undated: (counts) => `ليس في الرسم لأنه بلا تاريخ: ${counts}.`,
  table: 'الأرقام في جدول',
  download: 'تنزيل بصيغة CSV',
  more: (count) => `${count} أخرى`,
};

const zh: ChartWords = {
  show: '顯示',
  words: '字數',
  period: '時間',
  quarter: (number) => `第${number}季`,
  titles: {
    episodes: (name) => `歷年場次：${name}`,
    quotes: (name) => `歷年引言：${name}`,
    words: (name) => `歷年字數：${name}`,
  },
  described: ({ first, last, most }) =>
    `${first[0]}：${first[1]}；${last[0]}：${last[1]}；${most ? `最多在 ${most[0]}：${most[1]}` : '不曾更多'}。`,
  totals: {
    episodes: (name) => `累計場次：${name}`,
    quotes: (name) => `累計引言：${name}`,
    words: (name) => `累計字數：${name}`,
  },
  grown: ({ first, last }) => `至 ${first[0]}：${first[1]}；至 ${last[0]}：${last[1]}。`,
  single: (period, counts) => `全部在 ${period}：${counts}。`,
  undatedOnly: (counts) => `日期不詳：${counts}。`,
  undated: (counts) => `日期不詳而不在圖中：${counts}。`,
  table: '數字表格',
  download: '下載 CSV',
  more: (count) => `另外 ${count} 項`,
};

/** By the language of the interface. */
export const chartWords = { en, de, ar, zh };
