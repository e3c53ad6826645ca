/** The words of shows and episodes: who has which part in them, when, and about what. */
export interface PartWords {
  readonly who: string;
  readonly byWords: string;
  readonly byTime: string;
  /** Of voices without a page: how many words, and the share. */
  readonly anonymous: (words: string, share: string) => string;
  /** Where more speak than are listed. */
  readonly everybody: (shown: string, count: string) => string;
  readonly first: string;
  readonly latest: string;
  readonly languages: string;
  readonly season: (number: string) => string;
  /** Heads of columns. */
  readonly voice: string;
  readonly words: string;
  readonly time: string;
  readonly longest: string;
  readonly said: string;
  readonly places: (quotes: string, topic: string) => string;
}

const en: PartWords = {
  who: 'Who speaks',
  byWords: 'By words',
  byTime: 'By time',
  anonymous: (words, share) => `Voices without a name: ${words}, ${share}.`,
  everybody: (shown, count) => `These are the first ${shown} of ${count}; the data (JSON) has all.`,
  first: 'First',
  latest: 'Latest',
  languages: 'Languages',
  season: (number) => `Season ${number}`,
  voice: 'Who',
  words: 'Words',
  time: 'Time',
  longest: 'Longest turn',
  said: 'Also spoken of',
  places: (quotes, topic) => `${quotes} about ${topic}: go to the first`,
};

const de: PartWords = {
  who: 'Wer spricht',
  byWords: 'Nach Wörtern',
  byTime: 'Nach Zeit',
  anonymous: (words, share) => `Stimmen ohne Namen: ${words}, ${share}.`,
  everybody: (shown, count) =>
    `Das sind die ersten ${shown} von ${count}; in den Daten (JSON) stehen alle.`,
  first: 'Erste',
  latest: 'Neueste',
  languages: 'Sprachen',
  season: (number) => `Staffel ${number}`,
  voice: 'Wer',
  words: 'Wörter',
  time: 'Zeit',
  longest: 'Längster Beitrag',
  said: 'Auch davon ist die Rede',
  places: (quotes, topic) => `${quotes} zum Thema ${topic}: zum ersten`,
};

const ar: PartWords = {
  who: 'من يتحدث',
  byWords: 'بعدد الكلمات',
  byTime: 'بالوقت',
  anonymous: (words, share) => `أصوات بلا اسم: ${words}، ${share}.`,
  everybody: (shown, count) => `هؤلاء أول ${shown} من ${count}، والبيانات (JSON) فيها الجميع.`,
  first: 'الأولى',
  latest: 'الأحدث',
  languages: 'اللغات',
  season: (number) => `الموسم ${number}`,
  voice: 'من',
  words: 'الكلمات',
  time: 'الوقت',
  longest: 'أطول كلام متصل',
  said: 'وفيها كلام عن',
  places: (quotes, topic) => `${quotes} عن ${topic}: إلى أولها`,
};

const zh: PartWords = {
  who: '誰在發言',
  byWords: '依字數',
  byTime: '依時間',
  anonymous: (words, share) => `未具名者：${words}，${share}。`,
  everybody: (shown, count) => `這裡是 ${count} 位中的前 ${shown} 位；資料（JSON）裡有全部。`,
  first: '第一場',
  latest: '最新一場',
  languages: '語言',
  season: (number) => `第 ${number} 季`,
  voice: '發言者',
  words: '字數',
  time: '時間',
  longest: '最長的發言',
  said: '也談到',
  places: (quotes, topic) => `${quotes}關於${topic}：到第一段`,
};

/** By the language of the interface. */
export const partWords = { en, de, ar, zh };
