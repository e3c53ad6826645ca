/** The words of collections and saved searches. */
export interface SavedWords {
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly search: string;
  readonly live: string;
  readonly follow: string;
  readonly nothing: string;
  readonly unknown: (words: string) => string;
  readonly leftOut: (words: string) => string;
}

const en: SavedWords = {
  title: 'Collections',
  lead: 'What the keepers of this archive have put together. A saved search shows every quote that it finds, and grows with the archive.',
  empty: 'Nothing has been put together here yet.',
  search: 'Saved search',
  live: 'Open it in the search',
  follow: 'Follow this search',
  nothing:
    'No quote in this archive answers this search yet. When one does, it will stand here, and in the feed.',
  unknown: (words) => `Nobody in this archive says ${words}.`,
  leftOut: (words) => `Nearly everybody says ${words}: it was not looked for.`,
};

const de: SavedWords = {
  title: 'Sammlungen',
  lead: 'Was die Betreuer dieses Archivs zusammengestellt haben. Eine gespeicherte Suche zeigt jedes Zitat, das sie findet, und wächst mit dem Archiv.',
  empty: 'Hier ist noch nichts zusammengestellt.',
  search: 'Gespeicherte Suche',
  live: 'In der Suche öffnen',
  follow: 'Dieser Suche folgen',
  nothing:
    'Noch kein Zitat in diesem Archiv passt zu dieser Suche. Sobald es eines gibt, steht es hier und im Feed.',
  unknown: (words) => `Niemand in diesem Archiv sagt ${words}.`,
  leftOut: (words) => `Fast alle sagen ${words}: Danach wurde nicht gesucht.`,
};

const ar: SavedWords = {
  title: 'المجموعات',
  lead: 'ما جمعه القائمون على هذا الأرشيف. البحث المحفوظ يعرض كل اقتباس يجده، ويكبر مع الأرشيف.',
  empty: 'لم يُجمع هنا شيء بعد.',
  search: 'بحث محفوظ',
  live: 'فتحه في صفحة البحث',
  follow: 'متابعة هذا البحث',
  nothing: 'لا يوجد بعد في هذا الأرشيف اقتباس يطابق هذا البحث. متى وُجد ظهر هنا وفي الخلاصة.',
  unknown: (words) => `لا أحد في هذا الأرشيف يقول ${words}.`,
  leftOut: (words) => `يكاد الجميع يقولون ${words}، فلم يُبحث عن ذلك.`,
};

const zh: SavedWords = {
  title: '专题',
  lead: '由本档案库的维护者整理。已保存的搜索列出找到的每一段引言，并随档案库一同增长。',
  empty: '这里还没有整理好的内容。',
  search: '已保存的搜索',
  live: '在搜索页中打开',
  follow: '订阅此搜索',
  nothing: '本档案库中还没有符合此搜索的引言。一旦出现，就会列在这里，并进入订阅源。',
  unknown: (words) => `本档案库中没有人说过${words}。`,
  leftOut: (words) => `几乎人人都说${words}，因此没有搜索它。`,
};

export const savedWords = { en, de, ar, zh };
