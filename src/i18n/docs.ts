/** The words that lead to the documentation, which is in English itself. */
export interface DocsWords {
  readonly title: string;
  /** Stands above it in another language's frame; empty in English. */
  readonly inEnglish: string;
}

const en: DocsWords = { title: 'Help', inEnglish: '' };

const de: DocsWords = {
  title: 'Hilfe',
  inEnglish: 'Diese Hilfe gibt es bisher nur auf Englisch.',
};

const ar: DocsWords = {
  title: 'المساعدة',
  inEnglish: 'هذه المساعدة متاحة بالإنجليزية فقط حتى الآن.',
};

const zh: DocsWords = { title: '說明', inEnglish: '本說明目前只有英文版。' };

export const docsWords = { en, de, ar, zh };
