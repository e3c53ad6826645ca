import type { Gaps } from '../archive/figures/model.ts';

/** What is missing, what comes of it, and how it is added. */
interface GapWords {
  readonly name: string;
  readonly means: string;
  readonly mend: string;
}

export interface GapsWords {
  readonly of: Readonly<Record<keyof Gaps, GapWords>>;
  readonly where: string;
  readonly edit: string;
  readonly more: (count: string) => string;
  readonly none: (names: string) => string;
}

/** What to write, in the transcripts and files themselves: the same in every language. */
export const gapExamples: Readonly<Record<keyof Gaps, string>> = {
  undated: 'date: 2024-03-02',
  untimed: '[00:04:33]',
  unreviewed: 'status: reviewed',
  withoutTopics: 'topics: [tides]',
  withoutRecording: 'audio: https://example.org/12.mp3',
  anonymousQuotes: 'speakers: { JF: jo-field }',
  untimedQuotes: '[00:04:33]',
  silentSpeakers: 'aliases: [J. Field]',
  unusedTopics: 'terms: [ebb, flood]',
};

const en: GapsWords = {
  of: {
    undated: {
      name: 'Episodes without a date',
      means: 'They are in no chart over time, and a search by date does not find them.',
      mend: 'Say the day at the top of the transcript:',
    },
    untimed: {
      name: 'Episodes without times',
      means: 'Nobody can jump to the place in the recording; no speaking time is known.',
      mend: 'Put a time before each paragraph, or import a transcript that has them:',
    },
    unreviewed: {
      name: 'Episodes that nobody has reviewed',
      means: 'Their words may contain mistakes that nobody has seen.',
      mend: 'Read the transcript, correct it, and say so at its top:',
    },
    withoutTopics: {
      name: 'Episodes that name no topic',
      means: 'A topic finds them by words alone.',
      mend: 'Name the topics at the top of the transcript:',
    },
    withoutRecording: {
      name: 'Episodes without a recording',
      means: 'Nobody can listen to them here, or compare the words.',
      mend: 'Link the recording at the top of the transcript:',
    },
    anonymousQuotes: {
      name: 'Quotes of speakers without a page',
      means: 'They are on nobody’s page, and a search by speaker does not find them.',
      mend: 'Give the speaker a file, and say whom the label means:',
    },
    untimedQuotes: {
      name: 'Quotes without a time of their own',
      means: 'They can be read and cited, but not heard from their first word.',
      mend: 'Put the time before the paragraph:',
    },
    silentSpeakers: {
      name: 'Speakers who say nothing',
      means: 'They have a page without quotes: perhaps their name is spelled otherwise.',
      mend: 'Add the other spelling to their file:',
    },
    unusedTopics: {
      name: 'Topics that no quote is about',
      means: 'Their pages are empty.',
      mend: 'Add words that people use for it to the file of the topic:',
    },
  },
  where: 'Where',
  edit: 'Edit',
  more: (count) => `${count} more are in the file.`,
  none: (names) => `Nothing is missing here: ${names}.`,
};

const de: GapsWords = {
  of: {
    undated: {
      name: 'Folgen ohne Datum',
      means: 'Sie stehen in keinem Diagramm, und eine Suche nach Datum findet sie nicht.',
      mend: 'Den Tag oben in der Abschrift nennen:',
    },
    untimed: {
      name: 'Folgen ohne Zeiten',
      means: 'Man kann nicht zur Stelle der Aufnahme springen; keine Redezeit ist bekannt.',
      mend: 'Vor jeden Absatz eine Zeit setzen oder eine Abschrift mit Zeiten einlesen:',
    },
    unreviewed: {
      name: 'Folgen, die niemand durchgesehen hat',
      means: 'In ihren Worten können Fehler sein, die niemand bemerkt hat.',
      mend: 'Die Abschrift lesen, berichtigen und es oben vermerken:',
    },
    withoutTopics: {
      name: 'Folgen, die kein Thema nennen',
      means: 'Ein Thema findet sie nur an ihren Wörtern.',
      mend: 'Die Themen oben in der Abschrift nennen:',
    },
    withoutRecording: {
      name: 'Folgen ohne Aufnahme',
      means: 'Man kann sie hier nicht hören und die Worte nicht vergleichen.',
      mend: 'Die Aufnahme oben in der Abschrift verlinken:',
    },
    anonymousQuotes: {
      name: 'Zitate von Stimmen ohne Seite',
      means:
        'Sie stehen auf keiner Seite einer Person, und die Suche nach Personen findet sie nicht.',
      mend: 'Der Person eine Datei geben und sagen, wen die Bezeichnung meint:',
    },
    untimedQuotes: {
      name: 'Zitate ohne eigene Zeit',
      means: 'Man kann sie lesen und anführen, aber nicht vom ersten Wort an hören.',
      mend: 'Die Zeit vor den Absatz setzen:',
    },
    silentSpeakers: {
      name: 'Personen, die nichts sagen',
      means: 'Ihre Seite ist ohne Zitate: Vielleicht ist ihr Name anders geschrieben.',
      mend: 'Die andere Schreibung in ihrer Datei ergänzen:',
    },
    unusedTopics: {
      name: 'Themen, um die es in keinem Zitat geht',
      means: 'Ihre Seiten sind leer.',
      mend: 'In der Datei des Themas Wörter ergänzen, die man dafür gebraucht:',
    },
  },
  where: 'Wo',
  edit: 'Bearbeiten',
  more: (count) => `${count} weitere stehen in der Datei.`,
  none: (names) => `Hier fehlt nichts: ${names}.`,
};

const ar: GapsWords = {
  of: {
    undated: {
      name: 'حلقات بلا تاريخ',
      means: 'ليست في أي رسم زمني، ولا يجدها البحث بالتاريخ.',
      mend: 'اذكر اليوم في أعلى النص:',
    },
    untimed: {
      name: 'حلقات بلا أوقات',
      means: 'لا يمكن القفز إلى الموضع في التسجيل، ومدة الكلام غير معروفة.',
      mend: 'ضع وقتًا قبل كل فقرة، أو استورد نصًا فيه أوقات:',
    },
    unreviewed: {
      name: 'حلقات لم يراجعها أحد',
      means: 'قد تكون في كلماتها أخطاء لم يرها أحد.',
      mend: 'اقرأ النص وصحّحه، واذكر ذلك في أعلاه:',
    },
    withoutTopics: {
      name: 'حلقات لا تذكر موضوعًا',
      means: 'لا يجدها الموضوع إلا بكلماتها.',
      mend: 'اذكر المواضيع في أعلى النص:',
    },
    withoutRecording: {
      name: 'حلقات بلا تسجيل',
      means: 'لا يمكن سماعها هنا ولا مقارنة كلماتها.',
      mend: 'ضع رابط التسجيل في أعلى النص:',
    },
    anonymousQuotes: {
      name: 'اقتباسات لمتحدثين بلا صفحة',
      means: 'ليست في صفحة أحد، ولا يجدها البحث عن متحدث.',
      mend: 'أنشئ ملفًا للمتحدث، واذكر من تعنيه التسمية:',
    },
    untimedQuotes: {
      name: 'اقتباسات بلا وقت خاص بها',
      means: 'يمكن قراءتها والاستشهاد بها، لا سماعها من أول كلمة.',
      mend: 'ضع الوقت قبل الفقرة:',
    },
    silentSpeakers: {
      name: 'متحدثون لا يقولون شيئًا',
      means: 'صفحتهم بلا اقتباسات: لعل أسماءهم مكتوبة على نحو آخر.',
      mend: 'أضف الكتابة الأخرى إلى ملف المتحدث:',
    },
    unusedTopics: {
      name: 'مواضيع ليس عنها أي اقتباس',
      means: 'صفحاتها فارغة.',
      mend: 'أضف إلى ملف الموضوع كلمات يستعملها الناس له:',
    },
  },
  where: 'أين',
  edit: 'حرّر',
  more: (count) => `البقية في الملف، وعددها ${count}.`,
  none: (names) => `لا ينقص هنا شيء: ${names}.`,
};

const zh: GapsWords = {
  of: {
    undated: {
      name: '沒有日期的場次',
      means: '不在任何歷年圖中，依日期也搜尋不到。',
      mend: '在逐字稿開頭寫上日期：',
    },
    untimed: {
      name: '沒有時間的場次',
      means: '無法跳到錄音中的位置，也不知道發言時間。',
      mend: '在每段之前寫上時間，或匯入有時間的逐字稿：',
    },
    unreviewed: {
      name: '無人校閱的場次',
      means: '其中可能有無人發現的錯誤。',
      mend: '閱讀並改正逐字稿，在開頭註明：',
    },
    withoutTopics: {
      name: '沒有標明主題的場次',
      means: '主題只能依字詞找到它們。',
      mend: '在逐字稿開頭標明主題：',
    },
    withoutRecording: {
      name: '沒有錄音的場次',
      means: '無法在此聆聽或核對字句。',
      mend: '在逐字稿開頭寫上錄音的連結：',
    },
    anonymousQuotes: {
      name: '講者沒有頁面的引言',
      means: '不在任何人的頁面上，依講者也搜尋不到。',
      mend: '為講者建立檔案，並註明稱呼指的是誰：',
    },
    untimedQuotes: {
      name: '本身沒有時間的引言',
      means: '可以閱讀與引用，但無法從第一個字聽起。',
      mend: '在該段之前寫上時間：',
    },
    silentSpeakers: {
      name: '沒有發言的講者',
      means: '頁面沒有引言：也許姓名另有寫法。',
      mend: '在講者的檔案裡加上另一種寫法：',
    },
    unusedTopics: {
      name: '沒有引言的主題',
      means: '頁面是空的。',
      mend: '在主題的檔案裡加上常用的字詞：',
    },
  },
  where: '在哪裡',
  edit: '編輯',
  more: (count) => `其餘 ${count} 項在檔案裡。`,
  none: (names) => `這裡沒有缺漏：${names}。`,
};

/** By the language of the interface. */
export const gapsWords = { en, de, ar, zh };
