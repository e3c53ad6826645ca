/** The words of what finds beside the search page: forms on other pages, and the player. */
export interface FinderWords {
  readonly within: {
    readonly speaker: (name: string) => string;
    readonly topic: (name: string) => string;
    readonly show: (title: string) => string;
    readonly episode: string;
  };
  readonly play: {
    /** `{time}` is where it begins. */
    readonly from: string;
    readonly pause: string;
    readonly failed: string;
  };
}

const en: FinderWords = {
  within: {
    speaker: (name) => `Search in what ${name} said`,
    topic: (name) => `Search in quotes about ${name}`,
    show: (title) => `Search in ${title}`,
    episode: 'Search in this recording',
  },
  play: {
    from: 'Play from {time}',
    pause: 'Pause',
    failed: 'The recording could not be played.',
  },
};

const de: FinderWords = {
  within: {
    speaker: (name) => `In dem suchen, was ${name} gesagt hat`,
    topic: (name) => `In Zitaten zum Thema ${name} suchen`,
    show: (title) => `In ${title} suchen`,
    episode: 'In dieser Aufnahme suchen',
  },
  play: {
    from: 'Ab {time} abspielen',
    pause: 'Pause',
    failed: 'Die Aufnahme ließ sich nicht abspielen.',
  },
};

const ar: FinderWords = {
  within: {
    speaker: (name) => `ابحث في كلام ${name}`,
    topic: (name) => `ابحث في الاقتباسات عن ${name}`,
    show: (title) => `ابحث في ${title}`,
    episode: 'ابحث في هذا التسجيل',
  },
  play: {
    from: 'شغّل من {time}',
    pause: 'أوقف مؤقتًا',
    failed: 'تعذّر تشغيل التسجيل.',
  },
};

const zh: FinderWords = {
  within: {
    speaker: (name) => `在${name}的發言中搜尋`,
    topic: (name) => `在關於${name}的引言中搜尋`,
    show: (title) => `在「${title}」中搜尋`,
    episode: '在這段錄音中搜尋',
  },
  play: {
    from: '從 {time} 播放',
    pause: '暫停',
    failed: '無法播放錄音。',
  },
};

/** By the language of the interface. */
export const finderWords = { en, de, ar, zh };
