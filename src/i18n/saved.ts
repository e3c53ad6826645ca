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
  title: '專題',
  lead: '由本檔案庫的維護者整理。已儲存的搜尋列出找到的每一段引言，並隨檔案庫一同增長。',
  empty: '這裡還沒有整理好的內容。',
  search: '已儲存的搜尋',
  live: '在搜尋頁中開啟',
  follow: '訂閱此搜尋',
  nothing: '本檔案庫中還沒有符合此搜尋的引言。一旦出現，就會列在這裡，並進入訂閱源。',
  unknown: (words) => `本檔案庫中沒有人說過${words}。`,
  leftOut: (words) => `幾乎人人都說${words}，因此沒有搜尋它。`,
};

export const savedWords = { en, de, ar, zh };
