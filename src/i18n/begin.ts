/** What an archive says that has no transcripts yet. */
export interface BeginWords {
  readonly title: string;
  readonly text: string;
  readonly fromFile: string;
  readonly byHand: string;
  readonly more: string;
  /** In place of a list that would be empty. */
  readonly none: string;
}

const en: BeginWords = {
  title: 'No transcripts yet',
  text: 'This archive is new. Its first transcript makes the first pages: of an episode, of everybody who speaks, of every quote.',
  fromFile: 'From a subtitle file or another transcript:',
  byHand: 'Typed by hand, in a file that is prepared for it:',
  more: 'How to add a transcript',
  none: 'Nothing is here yet.',
};

const de: BeginWords = {
  title: 'Noch keine Transkripte',
  text: 'Dieses Archiv ist neu. Das erste Transkript macht die ersten Seiten: einer Folge, aller, die darin sprechen, jedes Zitats.',
  fromFile: 'Aus einer Untertiteldatei oder einem anderen Transkript:',
  byHand: 'Von Hand getippt, in einer vorbereiteten Datei:',
  more: 'Wie man ein Transkript hinzufügt',
  none: 'Hier ist noch nichts.',
};

const ar: BeginWords = {
  title: 'لا نصوص بعد',
  text: 'هذا الأرشيف جديد. أول نص مفرّغ فيه يُنشئ أول صفحاته: صفحة الحلقة، وصفحة لكل متحدث، وعنوانًا لكل اقتباس.',
  fromFile: 'من ملف ترجمة أو من نص آخر:',
  byHand: 'أو مكتوبًا باليد في ملف معدّ لذلك:',
  more: 'كيف يُضاف نص',
  none: 'لا شيء هنا بعد.',
};

const zh: BeginWords = {
  title: '還沒有逐字稿',
  text: '這是一個新的檔案庫。第一份逐字稿會產生最初的頁面：一集錄音、每位發言者，以及每一段引言的網址。',
  fromFile: '來自字幕檔或其他逐字稿：',
  byHand: '在準備好的檔案裡親手輸入：',
  more: '如何加入逐字稿',
  none: '這裡還沒有內容。',
};

export const beginWords = { en, de, ar, zh };
