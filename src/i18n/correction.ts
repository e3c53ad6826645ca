/** The words by which a reader corrects a transcript. */
export interface CorrectionWords {
  readonly title: string;
  readonly correct: string;
  readonly report: string;
}

const en: CorrectionWords = {
  title: 'Something wrong?',
  correct: 'Correct these words',
  report: 'Report a mistake',
};

const de: CorrectionWords = {
  title: 'Stimmt etwas nicht?',
  correct: 'Diese Worte berichtigen',
  report: 'Einen Fehler melden',
};

const ar: CorrectionWords = {
  title: 'هل من خطأ؟',
  correct: 'صحّح هذه الكلمات',
  report: 'أبلغ عن خطأ',
};

const zh: CorrectionWords = {
  title: '有錯誤嗎？',
  correct: '更正這段文字',
  report: '回報錯誤',
};

export const correctionWords = { en, de, ar, zh };
