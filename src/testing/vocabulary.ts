import { Random } from './random.ts';

/** Words that nobody said, for transcripts that nobody held. Frequent ones come first. */
export interface Vocabulary {
  readonly name: VocabularyName;
  readonly words: readonly string[];
  /** Whole quotes of one to three words, as listeners make them. */
  readonly answers: readonly string[];
  readonly fillers: readonly string[];
  readonly negations: readonly string[];
  readonly numbers: readonly string[];
  /** What stands for words that nobody understood. */
  readonly gaps: readonly string[];
  readonly comma: string;
  readonly stops: readonly string[];
  /** Written without blanks: each character counts as a word. */
  readonly unspaced?: true;
  /** Share of the tokens that are emoji. */
  readonly emoji?: number;
}

export const vocabularyNames = ['english', 'german', 'arabic', 'han', 'japanese', 'emoji'] as const;
export type VocabularyName = (typeof vocabularyNames)[number];

export const emoji = [...'😀🎉👍🙃🌊⚓🚢🐟🦀🔔🧭🎣⭐🔥🙏💡📎🕯️'].filter((sign) =>
  /\p{Emoji}/u.test(sign),
);

const split = (words: string): string[] => words.split(' ');
const stops = ['.', '.', '.', '.', '?', '!'];

/** Words beyond the frequent ones, about so many, that two quotes rarely share one by chance. */
const rareWords = 3000;

/** Different words made of parts: a beginning, a middle and an ending. */
function compose(
  seed: number,
  beginnings: readonly string[],
  middles: readonly string[],
  endings: readonly string[],
): string[] {
  const random = new Random(seed);
  const found = new Set<string>();
  // Repeats are not counted out: a language with few parts has fewer words.
  for (let count = 0; count < rareWords * 1.5; count++) {
    const middle = random.chance(0.7) ? random.pick(middles) : '';
    found.add(random.pick(beginnings) + middle + random.pick(endings));
  }
  return [...found];
}

const makers: Readonly<Record<VocabularyName, () => Omit<Vocabulary, 'name'>>> = {
  english: () => ({
    words: [
      ...split(
        'the and of to a in that it is was for you with we on not they this but have are so be at or from as what there if about just all like can would one had do your which when were more out no who up them then some my how people because know think really going thing time',
      ),
      ...compose(
        11,
        split('har bel mor lan tid wes cor ven pil sal gru fen dor kel mar tor bri sta clo wen'),
        split('bo re la ti ne mo ru vi do ka si lo'),
        split('ner ting ter man lock son ble port ted ways mer dle sh ck rn st ly'),
      ),
    ],
    answers: [
      ...split('Yeah. Yeah. Yeah. Right. Right. Mm-hm. Okay. Sure. No. Yes. Exactly. Wow.'),
      'Oh, yeah.',
      'Right, right.',
      'I know.',
      'Of course.',
      'Not at all.',
      'That is true.',
    ],
    fillers: split('um uh so well actually like'),
    negations: split('not never no hardly'),
    numbers: split('two three twelve thirteen 40 14 1970 1907 hundred thousand'),
    gaps: ['[unintelligible]', '[inaudible]', '[crosstalk]'],
    comma: ',',
    stops,
  }),
  german: () => ({
    words: [
      ...split(
        'die der und das nicht ist ein in ich wir zu es auf sich mit eine auch so dass von an den dem hat war aber wenn man was noch dann wie aus bei schon da sie er haben werden nur oder ja für über nach doch mal immer kann mehr sind',
      ),
      ...compose(
        12,
        split(
          'Hafen Wasser Lager Brief Stein Fisch Segel Nebel Tief Grund Markt Turm Wind Salz Berg Wolken Kohlen Netz',
        ),
        split('be ver ge zu um an vor aus ab ein über unter mit'),
        split('tung lichkeit meister stand blick haus schaft werk ring kante führer gänge zölle'),
      ),
    ],
    answers: [...split('Ja. Ja. Genau. Genau. Nein. Hm. Stimmt. Okay.'), 'Ja, ja.', 'Ach so.'],
    fillers: split('ähm also halt eben'),
    negations: split('nicht kein nie'),
    numbers: split('zwei drei zwölf dreizehn 40 14 1970 hundert'),
    gaps: ['[unverständlich]'],
    comma: ',',
    stops,
  }),
  arabic: () => ({
    words: [
      ...split(
        'في من على أن إلى هذا لا ما كان هو التي عن مع الذي هذه كل قد لم بعد بين أو ثم إذا كما نحن هم حتى عند لكن أي غير كانت يكون ذلك هناك فقط',
      ),
      ...compose(
        13,
        split('ال م ت وال ي ن بال أ'),
        split('در كت بح رس سف صن نج طر حم قل'),
        split('ينة ار وب ات ون ها يل ان ية ور'),
      ),
    ],
    answers: [...split('نعم. نعم. لا. طيب. صحيح. تماما.'), 'نعم، نعم.', 'هذا صحيح.'],
    fillers: split('يعني طيب'),
    negations: split('ليس لا لم'),
    numbers: split('اثنان ثلاثة ١٢ ١٣ مئة ألف'),
    gaps: ['[غير-مسموع]'],
    comma: '،',
    stops: ['.', '.', '.', '؟'],
  }),
  han: () => ({
    words: [
      ...'的是了我不在有这他们就也说到要会那可以很都上个人',
      ...compose(
        14,
        [...'港船水海鱼灯塔潮风浪书信石门桥路市城山河表时钟声音光云雨雪'],
        [...'记录开关分合长短新旧高低轻重'],
        [...'家员力量法学会所场面线点头手口心气地物事业度'],
      ),
    ],
    answers: ['对。', '对。', '嗯。', '嗯。', '是。', '好的。', '没错。', '对对。', '不是。'],
    fillers: ['嗯', '啊', '呢'],
    negations: ['不', '没', '别'],
    numbers: [...'二三七八百千'],
    gaps: ['[听不清]'],
    comma: '，',
    stops: ['。', '。', '。', '？'],
    unspaced: true,
  }),
  japanese: () => ({
    words: [
      ...'のにはをがとでもたてしいるかなこそ',
      ...split('です ます この その から まで ない という'),
      ...compose(
        15,
        [...'港船水海魚灯塔潮風波本紙石門橋道市町山川'],
        [...'りきえさくみ'],
        [...'場所物事力手口心気地線点度'],
      ),
    ],
    answers: ['はい。', 'はい。', 'ええ。', 'そう。', 'なるほど。', 'うん。'],
    fillers: ['えっと', 'あの'],
    negations: ['ない', '不'],
    numbers: [...'二三七八百千'],
    gaps: ['[聞取不能]'],
    comma: '、',
    stops: ['。', '。', '？'],
    unspaced: true,
  }),
  emoji: () => ({
    ...makers.english(),
    answers: ['👍', '👍', '🎉', '🙏 🙏', 'Yeah 👍', '😀', '👍🏽', '👩‍👩‍👧', '🇳🇱'],
    emoji: 0.12,
  }),
};

const made = new Map<VocabularyName, Vocabulary>();

/**
 * The vocabulary of a language or script; always the same.
 *
 * vocabularyOf('han').comma // => '，'
 */
export function vocabularyOf(name: VocabularyName): Vocabulary {
  const known = made.get(name);
  if (known) return known;
  const vocabulary = { name, ...makers[name]() };
  made.set(name, vocabulary);
  return vocabulary;
}

const ranks = new Map<number, Float64Array>();

/** A word by Zipf’s law: the first ones make up half of all that is said. */
export function pickWord(words: readonly string[], random: Random): string {
  let sums = ranks.get(words.length);
  if (!sums) {
    let sum = 0;
    sums = Float64Array.from(words, (_, rank) => (sum += 1 / (rank + 2.5)));
    ranks.set(words.length, sums);
  }
  const wanted = random.next() * sums.at(-1)!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return words[low]!;
}
