/** The words of the strip that shows an episode at a glance. */
export interface StripWords {
  readonly caption: string;
  readonly others: (count: string) => string;
  readonly share: string;
  readonly time: string;
}

const en: StripWords = {
  caption:
    'Who speaks when, from the first word to the last; a speaker’s share is of all words. Each bar is a turn and leads to it.',
  others: (count) => `${count} others`,
  share: 'Share of words',
  time: 'Speaking time',
};

const de: StripWords = {
  caption:
    'Wer wann spricht, vom ersten bis zum letzten Wort; der Anteil ist der an allen Wörtern. Jeder Balken ist ein Redebeitrag und führt zu ihm.',
  others: (count) => `${count} andere`,
  share: 'Anteil der Wörter',
  time: 'Redezeit',
};

const ar: StripWords = {
  caption:
    'من يتكلم ومتى، من أول كلمة إلى آخرها؛ والنسبة من مجموع الكلمات. كل شريط مداخلة ويقود إليها.',
  others: (count) => `${count} آخرون`,
  share: 'النسبة من الكلمات',
  time: 'مدة الكلام',
};

const zh: StripWords = {
  caption:
    '誰在何時發言，由第一個字到最後一個字；比例以全部字數計。每一段是一次發言，點選即可前往。',
  others: (count) => `其他 ${count} 位`,
  share: '字數比例',
  time: '發言時間',
};

/** By the language of the interface. */
export const stripWords = { en, de, ar, zh };
