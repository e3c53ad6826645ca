import type { Reason } from '../archive/figures/model.ts';
import { counted } from './form.ts';

/** The words of topics and of their tree. */
export interface TopicWords {
  /** Above the tree. */
  readonly lead: string;
  readonly unused: string;
  readonly kin: string;
  readonly related: string;
  readonly relatedText: string;
  readonly termsText: string;
  readonly first: string;
  readonly who: string;
  readonly mostQuotes: string;
  readonly largestShare: string;
  readonly shareText: (words: string) => string;
  /** Where quotes are about it for their episode. */
  readonly wholeText: string;
  readonly quotes: (name: string) => string;
  /** Why a quote counts, as a row of a table. */
  readonly why: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly strongest: string;
  readonly together: string;
  /** Which quotes of the page are shown. */
  readonly filter: string;
  readonly all: (count: string) => string;
  readonly only: Readonly<Record<'keeper' | 'terms', (count: string) => string>>;
  readonly chosen: string;
  readonly episodes: string;
  readonly episodesText: string;
  readonly direct: (count: number) => string;
  readonly none: string;
  readonly searchAll: (quotes: string) => string;
}

const en: TopicWords = {
  lead: 'A quote is about a topic when the archive’s keeper says so, when one of the topic’s words is in it, or when its whole episode is about the topic. Each topic is counted alone: what is narrower is not added up.',
  unused: 'no quote yet',
  kin: 'Its place among the topics',
  related: 'Related',
  relatedText: 'Said in the same quotes; the number is of those quotes.',
  termsText: 'Whole words in any case, with or without accents. Each leads to a search for it.',
  first: 'First mention',
  who: 'Who speaks of it',
  mostQuotes: 'Most quotes',
  largestShare: 'Largest share of their own words',
  shareText: (words) => `Of those who say at least ${words} words in this archive.`,
  wholeText: 'What is said in episodes about it as a whole counts, too.',
  quotes: (name) => `Quotes about ${name}`,
  why: 'Why they are about it',
  reasons: {
    keeper: 'The archive’s keeper says so',
    terms: 'One of its words is in the quote',
    episode: 'Only the episode as a whole is about it',
  },
  strongest: 'Each quote counts once, for the first reason that holds.',
  together: 'Together',
  filter: 'Of the quotes on this page, show',
  all: (count) => `all ${count}`,
  only: {
    keeper: (count) => `the keeper’s ${count}`,
    terms: (count) => `${count} with its words`,
  },
  chosen: 'chosen by the keeper',
  episodes: 'Episodes about it as a whole',
  episodesText:
    'Whoever described these episodes named the topic. Every quote in them counts, so those without any of its words are not listed one by one: read them in their episode.',
  direct: counted('en', {
    one: '# of them in the list above',
    other: '# of them in the list above',
  }),
  none: 'No quote in this archive is about it yet.',
  searchAll: (quotes) => `${quotes} in the search`,
};

const de: TopicWords = {
  lead: 'Ein Zitat gehört zu einem Thema, wenn die Betreuer des Archivs es sagen, wenn eines der Wörter des Themas darin steht oder wenn die ganze Folge davon handelt. Jedes Thema zählt für sich: Engere Themen werden nicht dazugezählt.',
  unused: 'noch kein Zitat',
  kin: 'Sein Platz unter den Themen',
  related: 'Verwandt',
  relatedText: 'Im selben Zitat genannt; die Zahl zählt diese Zitate.',
  termsText:
    'Ganze Wörter, groß oder klein, mit oder ohne Akzente. Jedes führt zu einer Suche danach.',
  first: 'Zum ersten Mal',
  who: 'Wer davon spricht',
  mostQuotes: 'Die meisten Zitate',
  largestShare: 'Der größte Anteil an den eigenen Wörtern',
  shareText: (words) => `Von allen, die in diesem Archiv mindestens ${words} Wörter sagen.`,
  wholeText: 'Was in Folgen gesagt wird, die als Ganzes davon handeln, zählt mit.',
  quotes: (name) => `Zitate zum Thema ${name}`,
  why: 'Warum sie dazugehören',
  reasons: {
    keeper: 'Die Betreuer des Archivs sagen es',
    terms: 'Eines seiner Wörter steht im Zitat',
    episode: 'Nur die Folge als Ganzes handelt davon',
  },
  strongest: 'Jedes Zitat zählt einmal, aus dem ersten Grund, der zutrifft.',
  together: 'Zusammen',
  filter: 'Von den Zitaten dieser Seite zeigen',
  all: (count) => `alle ${count}`,
  only: {
    keeper: (count) => `${count} der Betreuer`,
    terms: (count) => `${count} mit seinen Wörtern`,
  },
  chosen: 'von den Betreuern gewählt',
  episodes: 'Folgen, die als Ganzes davon handeln',
  episodesText:
    'Wer diese Folgen beschrieben hat, hat das Thema genannt. Jedes Zitat in ihnen zählt; die ohne eines seiner Wörter stehen darum nicht einzeln hier, sondern in ihrer Folge.',
  direct: counted('de', {
    one: '# davon in der Liste oben',
    other: '# davon in der Liste oben',
  }),
  none: 'Noch kein Zitat in diesem Archiv gehört dazu.',
  searchAll: (quotes) => `${quotes} in der Suche`,
};

const ar: TopicWords = {
  lead: 'يُعدّ الاقتباس عن موضوع إذا قال ذلك القائمون على الأرشيف، أو وردت فيه إحدى كلمات الموضوع، أو كانت الحلقة كلها عنه. كل موضوع يُعدّ وحده، ولا يُضاف إليه ما هو أخصّ منه.',
  unused: 'لا اقتباس بعد',
  kin: 'مكانه بين المواضيع',
  related: 'ذو صلة',
  relatedText: 'ما يرد معه في الاقتباس نفسه، والعدد عدد تلك الاقتباسات.',
  termsText: 'كلمات كاملة، بالتشكيل أو بدونه، وبأي حالة للأحرف. كل منها يقود إلى البحث عنها.',
  first: 'أول ذكر',
  who: 'من يتحدث عنه',
  mostQuotes: 'الأكثر اقتباسات',
  largestShare: 'الأكبر نصيبًا من كلامه',
  shareText: (words) => `بين من قالوا في هذا الأرشيف ${words} كلمة على الأقل.`,
  wholeText: 'ويُحسب معه ما قيل في الحلقات التي كلها عنه.',
  quotes: (name) => `اقتباسات عن ${name}`,
  why: 'لماذا هي عنه',
  reasons: {
    keeper: 'قال ذلك القائمون على الأرشيف',
    terms: 'إحدى كلماته ترد في الاقتباس',
    episode: 'الحلقة كلها عنه، لا غير',
  },
  strongest: 'كل اقتباس يُعدّ مرة واحدة، لأول سبب يصحّ.',
  together: 'المجموع',
  filter: 'من اقتباسات هذه الصفحة، اعرض',
  all: (count) => `كلها (${count})`,
  only: {
    keeper: (count) => `ما اختاره القائمون على الأرشيف (${count})`,
    terms: (count) => `ما فيه كلماته (${count})`,
  },
  chosen: 'اختاره القائمون على الأرشيف',
  episodes: 'حلقات كلها عنه',
  episodesText:
    'من وصف هذه الحلقات ذكر الموضوع، فكل اقتباس فيها يُعدّ. وما خلا من كلماته لا يُسرد هنا واحدًا واحدًا، بل يُقرأ في حلقته.',
  direct: counted('ar-u-nu-latn', {
    zero: 'لا شيء منها في القائمة أعلاه',
    one: 'واحد منها في القائمة أعلاه',
    two: 'اثنان منها في القائمة أعلاه',
    other: '# منها في القائمة أعلاه',
  }),
  none: 'لا اقتباس عنه في هذا الأرشيف بعد.',
  searchAll: (quotes) => `${quotes} في صفحة البحث`,
};

const zh: TopicWords = {
  lead: '維護者指明、引言中有主題的字詞，或整場都在談這個主題，這段引言就算在內。每個主題各自計算，不包括其下的主題。',
  unused: '尚無引言',
  kin: '在主題中的位置',
  related: '相關',
  relatedText: '在同一段引言中提到；數字是這些引言的數目。',
  termsText: '完整的字詞，不分大小寫與重音。點選即可搜尋。',
  first: '首次提及',
  who: '誰談到它',
  mostQuotes: '引言最多',
  largestShare: '占自己發言的比例最高',
  shareText: (words) => `限在本資料庫中說過至少 ${words} 字的講者。`,
  wholeText: '整場都在談它的場次，其中的發言也算在內。',
  quotes: (name) => `關於${name}的引言`,
  why: '為何算在內',
  reasons: {
    keeper: '維護者指明',
    terms: '引言中有它的字詞',
    episode: '只有整場在談它',
  },
  strongest: '每段引言只算一次，依第一個成立的理由。',
  together: '合計',
  filter: '本頁引言，只顯示',
  all: (count) => `全部 ${count} 段`,
  only: {
    keeper: (count) => `維護者選的 ${count} 段`,
    terms: (count) => `有它的字詞的 ${count} 段`,
  },
  chosen: '維護者所選',
  episodes: '整場都在談它',
  episodesText:
    '這些場次的說明中列出了這個主題，其中每段引言都算在內；沒有它的字詞的引言不在此逐段列出，請到該場次閱讀。',
  direct: counted('zh', { other: '其中 # 段在上面的清單裡' }),
  none: '本資料庫中還沒有關於它的引言。',
  searchAll: (quotes) => `在搜尋中看 ${quotes}`,
};

/** By the language of the interface. */
export const topicWords = { en, de, ar, zh };
