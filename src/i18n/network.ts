/** The words of the picture of who appears with whom. */
export interface NetworkWords {
  readonly title: string;
  readonly with: string;
  /** Before the marks, which say in how many. */
  readonly together: string;
  readonly described: (
    speakers: string,
    top: string,
    episodes: string,
    pairs: string,
    once: string,
  ) => string;
  readonly rest: (count: string) => string;
}

const en: NetworkWords = {
  title: 'Who appears with whom',
  with: 'with',
  together: 'Episodes together:',
  described: (speakers, top, episodes, pairs, once) =>
    `${speakers} in ${pairs} pairs. Most often together: ${top}, in ${episodes}; ${once} pairs share a single one. A mark says in how many episodes both speak; follow it along its row to one name and down its column to the other.`,
  rest: (count) => `${count} more pairs are in the file.`,
};

const de: NetworkWords = {
  title: 'Wer mit wem auftritt',
  with: 'mit',
  together: 'Gemeinsame Folgen:',
  described: (speakers, top, episodes, pairs, once) =>
    `${speakers} in ${pairs} Paaren. Am häufigsten zusammen: ${top}, in ${episodes}; ${once} Paare teilen nur eine einzige. Eine Marke zeigt, in wie vielen Folgen beide sprechen; ihre Zeile führt zum einen Namen, ihre Spalte zum anderen.`,
  rest: (count) => `${count} weitere Paare stehen in der Datei.`,
};

const ar: NetworkWords = {
  title: 'من يظهر مع من',
  with: 'مع',
  together: 'الحلقات المشتركة:',
  described: (speakers, top, episodes, pairs, once) =>
    `${speakers}، وعدد الأزواج ${pairs}. الأكثر ظهورًا معًا: ${top}، في ${episodes}؛ وعدد الأزواج التي لا تجمعها إلا حلقة واحدة ${once}. تدل العلامة على عدد الحلقات التي يتكلم فيها الاثنان؛ اتبع صفها إلى اسم وعمودها إلى الآخر.`,
  rest: (count) => `بقية الأزواج في الملف، وعددها ${count}.`,
};

const zh: NetworkWords = {
  title: '誰與誰同場',
  with: '與',
  together: '同場次數：',
  described: (speakers, top, episodes, pairs, once) =>
    `${speakers}，${pairs} 對。最常同場：${top}，${episodes}；有 ${once} 對只同過一場。記號表示兩人都發言的場次；沿橫列到一個名字，沿直行到另一個。`,
  rest: (count) => `其餘 ${count} 對在檔案裡。`,
};

/** By the language of the interface. */
export const networkWords = { en, de, ar, zh };
