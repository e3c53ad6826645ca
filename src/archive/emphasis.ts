import type { Piece } from './difference.ts';
import { tokensOf } from './token.ts';

/** What kind of change, the most serious first. */
export const emphases = ['negation', 'number', 'name', 'words', 'punctuation'] as const;
export type Emphasis = (typeof emphases)[number];

/**
 * What a change of wording touches, the most serious of all it touches: a negation that came, went or moved;
 * a number; a name (one of `names`, or a capitalised word inside a sentence); other words; or only
 * punctuation, case and accents. Made for sorting and for a reader's eye: it knows no grammar.
 *
 * emphasisOf(difference('It is late.', 'It is not late.')) // => 'negation'
 */
export function emphasisOf(pieces: readonly Piece[], names: readonly string[] = []): Emphasis {
  const before = pieces.map(({ type, text }) => (type === 'added' ? '' : text)).join('');
  const after = pieces.map(({ type, text }) => (type === 'removed' ? '' : text)).join('');
  if (isEqual(tokensOf(before), tokensOf(after))) return 'punctuation';
  const changes = changesIn(pieces);
  if (
    countNegations(before) !== countNegations(after) ||
    changes.some(({ removed, added }) => countNegations(removed) !== countNegations(added))
  )
    return 'negation';
  if (changes.some(({ removed, added }) => !isEqual(numbersIn(removed), numbersIn(added))))
    return 'number';
  const isName = nameTest(before, after, names);
  if (changes.some(({ removed, added }) => changedTokens(removed, added).some(isName)))
    return 'name';
  return 'words';
}

/** What stands in one place before and after. */
interface Replacement {
  removed: string;
  added: string;
}

function changesIn(pieces: readonly Piece[]): Replacement[] {
  const changes: Replacement[] = [];
  let open = false;
  for (const { type, text } of pieces) {
    if (type === 'same') open = false;
    else {
      if (!open) changes.push({ removed: '', added: '' });
      open = true;
      changes.at(-1)![type] += text;
    }
  }
  return changes;
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

// ——— Negations ————————————————————————————————————————————————————————————

/** Folded as `tokensOf` folds: `don’t` is `dont`, `jamás` is `jamas`, `أبدا` is `ابدا`. */
const negations = wordSet(`
  not no never none nobody nothing neither nor nowhere cannot without
  dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt cant couldnt wont wouldnt shouldnt mustnt
  neednt mightnt aint
  nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden niemandem nirgends
  weder ohne nein
  ne pas jamais rien aucun aucune sans non
  nunca jamas nada nadie ningun ninguno ninguna sin tampoco
  לא אין אינו אינה אינם איני אינן בלי ללא שום מעולם
  不 没 沒 未 無 无 非 勿 别 別 莫 否
`);
/** `و` and `ف` are written together with the word after them, `ו` and `ש` too. */
const arabicNegation = /^[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|لست|لسنا|بدون|دون|كلا|ابدا)$/;
const hebrewNegation = /^[ושכ]{1,2}(?:לא|אין|אינו|אינה|אינם|בלי|ללא)$/;
const frenchElision = /(?<!\p{L})n['’](?=\p{L})/giu;
const japaneseNegation = /ない|なかっ|なければ|なく[てな]|ません/gu;

function countNegations(text: string): number {
  const words = tokensOf(text).filter(
    (word) => negations.has(word) || arabicNegation.test(word) || hebrewNegation.test(word),
  );
  return (
    words.length +
    (text.match(frenchElision)?.length ?? 0) +
    (text.match(japaneseNegation)?.length ?? 0)
  );
}

// ——— Numbers ——————————————————————————————————————————————————————————————

const numberWords = wordSet(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
  thousand thousands million millions billion billions dozen dozens half twice
  eins halb doppelt dutzend
  deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
  cinquante soixante cent cents mille milliard milliards
  dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta
  cincuenta sesenta setenta ochenta noventa cien ciento mil millon millones
  واحد واحدة اثنان اثنين اثنتان ثلاثة ثلاث اربعة اربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع
  عشرة عشر عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين
  تسعون تسعين مئة مائة مئتان مئتين الف الفان الفين مليون نصف
  אחד אחת שניים שתיים שני שתי שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה
  עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה מאתיים אלף אלפיים מיליון חצי
  零 〇 一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 兆 两 兩 半
`);
/** `dreiundzwanzig`, `zweihundert`; as folded: `fünf` is `funf`. */
const germanNumber =
  /^(?!(?:und|ein)+$)(?:und|ein|eine|zwei|zwo|drei|vier|funf|sechs|sech|sieben|sieb|acht|neun|zehn|elf|zwolf|zig|ßig|zwanzig|hundert|tausend|million|millionen|milliarde|milliarden)+$/;
const digitGroups = /(?<=\d)[.,'’ ](?=\d{3}(?!\d))/g;

const numbersIn = (text: string): string[] =>
  tokensOf(text.replace(digitGroups, '')).filter(
    (word) => /\p{N}/u.test(word) || numberWords.has(word) || germanNumber.test(word),
  );

// ——— Names ————————————————————————————————————————————————————————————————

/** German writes every noun with a capital: there a capital says nothing. */
const germanWords = wordSet('der das und ist nicht ein wir ich mit auf zu den sie es');
/** A capitalised word that stands behind another, or behind a comma. */
const capitalised = /(?<=[\p{L}\p{N},;][^\S\n]+(?:["“„«‘(]\s?)?)(?!I['’])\p{Lu}[\p{L}\p{M}'’]+/gu;

function nameTest(
  before: string,
  after: string,
  names: readonly string[],
): (word: string) => boolean {
  const known = new Set(names.flatMap(tokensOf).filter((word) => word.length > 1));
  const german = new Set(tokensOf(`${before} ${after}`).filter((word) => germanWords.has(word)));
  if (german.size < 2) {
    for (const text of [before, after]) {
      for (const [word] of text.matchAll(capitalised)) {
        for (const token of tokensOf(word)) known.add(token);
      }
    }
  }
  return (word) => known.has(word);
}

/** Words that are on one side alone. */
function changedTokens(removed: string, added: string): string[] {
  const old = tokensOf(removed);
  const now = tokensOf(added);
  const inOld = new Set(old);
  const inNow = new Set(now);
  return [...old.filter((word) => !inNow.has(word)), ...now.filter((word) => !inOld.has(word))];
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
