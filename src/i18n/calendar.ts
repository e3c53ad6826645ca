/** The words of the calendar of all years together. */
export interface CalendarWords {
  readonly title: string;
  readonly lead: string;
  readonly months: string;
  /** A month in all years: its title. */
  readonly month: (name: string) => string;
  readonly daysOf: (month: string) => string;
  readonly jumpToYear: string;
}

const en: CalendarWords = {
  title: 'Calendar',
  lead: 'On this day: every episode by month and day, all years together.',
  months: 'Months',
  month: (name) => `${name}, in all years`,
  daysOf: (month) => `Days of ${month}`,
  jumpToYear: 'Jump to a year',
};

const de: CalendarWords = {
  title: 'Kalender',
  lead: 'An diesem Tag: alle Folgen nach Monat und Tag, alle Jahre zusammen.',
  months: 'Monate',
  month: (name) => `${name}, in allen Jahren`,
  daysOf: (month) => `Tage im ${month}`,
  jumpToYear: 'Zu einem Jahr springen',
};

const ar: CalendarWords = {
  title: 'التقويم',
  lead: 'في مثل هذا اليوم: كل الحلقات حسب الشهر واليوم، والسنوات كلها معًا.',
  months: 'الأشهر',
  month: (name) => `${name} في كل السنوات`,
  daysOf: (month) => `أيام ${month}`,
  jumpToYear: 'انتقل إلى سنة',
};

const zh: CalendarWords = {
  title: '日曆',
  lead: '歷年今日：所有場次依月日排列，不分年份。',
  months: '月份',
  month: (name) => `歷年${name}`,
  daysOf: (month) => `${month}的日子`,
  jumpToYear: '跳到年份',
};

/** By the language of the interface. */
export const calendarWords = { en, de, ar, zh };
