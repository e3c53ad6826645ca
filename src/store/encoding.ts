import { isUtf8 } from 'node:buffer';
import { firstInvalidByte } from './folder.ts';

/** Bytes as text, and how they were read. */
export interface Decoded {
  readonly text: string;
  /** As `TextDecoder` calls it: `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** How that was found: the file says it, it can be nothing else, its letters tell, or somebody typed it. */
  readonly by: 'mark' | 'form' | 'letters' | 'option';
  /** Some of the words that it decides; empty where all is ASCII. */
  readonly sample: string;
}

/** Why bytes are no text; with the two likeliest readings where they are one, and nobody can say which. */
export type Undecoded =
  | { readonly problem: 'binary' }
  /** UTF-8 nearly everywhere, and not at this offset. */
  | { readonly problem: 'damaged'; readonly offset: number }
  | { readonly problem: 'unknown-encoding'; readonly name: string }
  | { readonly problem: 'not-in-encoding'; readonly encoding: string }
  | { readonly problem: 'unsure'; readonly likely: readonly [Reading, Reading] };

export interface Reading {
  readonly encoding: string;
  /** Some of the words that it decides. */
  readonly sample: string;
}

/**
 * The text of a file in whatever encoding: by its byte order mark; else UTF-8 where it is valid; else UTF-16,
 * which shows by its zeros; else by its letters, among the encodings that subtitle files are found in. What
 * cannot be told for sure is not guessed, and no character is ever replaced. `encoding` settles it.
 *
 * Specification of the encodings: https://encoding.spec.whatwg.org/
 *
 * decodeText(Buffer.from('Café', 'latin1')) // => { text: 'Café', encoding: 'windows-1252', by: 'letters', sample: 'Café' }
 */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoded | Undecoded {
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  const marked = markOf(bytes);
  if (marked !== undefined) {
    const text = marked.startsWith('utf-32')
      ? decodeUtf32(bytes, marked === 'utf-32le')
      : decode(bytes, marked);
    if (text === undefined) return { problem: 'not-in-encoding', encoding: marked };
    return decoded(text, marked, 'mark');
  }
  const hasZeros = bytes.includes(0);
  if (!hasZeros && isUtf8(bytes))
    return { text: decode(bytes, 'utf-8')!, encoding: 'utf-8', by: 'form', sample: '' };
  if (hasZeros) return decodeZeros(bytes);
  return isDamaged(bytes)
    ? { problem: 'damaged', offset: firstInvalidByte(bytes) }
    : decodeByLetters(bytes);
}

/** In no other encoding do so many bytes happen to be characters of UTF-8. */
function isDamaged(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = count(text, /\ufffd/g);
  return count(text, beyond) - wrong > wrong * 3;
}

const decoded = (text: string, encoding: string, by: Decoded['by']): Decoded => ({
  text,
  encoding,
  by,
  sample: sampleOf(text),
});

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** A byte order mark is left out; bytes that mean nothing give undefined. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, name: string): Decoded | Undecoded {
  let encoding: string;
  try {
    ({ encoding } = new TextDecoder(name.trim()));
  } catch {
    return { problem: 'unknown-encoding', name };
  }
  const text = decode(bytes, encoding);
  if (text === undefined) return { problem: 'not-in-encoding', encoding };
  return text.includes('\0') ? { problem: 'binary' } : decoded(text, encoding, 'option');
}

/** `TextDecoder` does not know it. */
function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    characters.push(String.fromCodePoint(code));
  }
  return characters.join('');
}

/** Every second byte of Latin text in UTF-16 is zero, and so are line breaks and blanks of any other. */
function decodeZeros(bytes: Uint8Array): Decoded | Undecoded {
  if (bytes.length % 2 !== 0) return { problem: 'binary' };
  let even = 0;
  let odd = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0 && at % 2 === 0) even++;
    else if (byte === 0) odd++;
  }
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  // One zero among letters is no sign of two bytes a letter.
  const isClear =
    Math.min(even, odd) * 20 <= Math.max(even, odd) && (even + odd) * 8 >= bytes.length;
  const text = isClear ? decode(bytes, encoding) : undefined;
  // eslint-disable-next-line no-control-regex -- what no text has
  if (text === undefined || /[\x00-\x08\x0e-\x1f\ufffe\uffff]/.test(text))
    return { problem: 'binary' };
  return decoded(text, encoding, 'form');
}

/** Letters that make an encoding likely; they are the frequent ones of what is written in it. */
interface Candidate {
  readonly encoding: string;
  readonly usual: RegExp;
  /** Whether a letter takes two bytes. */
  readonly isWide?: boolean;
  /** What its words are made of; absent where a letter stands alone among ASCII as a rule, as `é` does. */
  readonly script?: string;
  /** Half of all letters and more. */
  readonly frequent?: RegExp;
}

const kana = '\\u3040-\\u30ff';
const simplified =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运';
const traditional =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運';
const japanese = new RegExp(`[${kana}、。「」！？・…ー]`, 'gu');
const letters = '\\p{L}';
const candidates: readonly Candidate[] = [
  { encoding: 'shift_jis', usual: japanese, isWide: true, script: letters },
  { encoding: 'euc-jp', usual: japanese, isWide: true, script: letters },
  {
    encoding: 'gb18030',
    usual: new RegExp(`[${simplified}，。！？：“”、…]`, 'gu'),
    isWide: true,
    script: letters,
  },
  {
    encoding: 'big5',
    usual: new RegExp(`[${traditional}，。！？：「」、…]`, 'gu'),
    isWide: true,
    script: letters,
  },
  { encoding: 'euc-kr', usual: /[가-힣]/gu, isWide: true, script: letters },
  {
    encoding: 'windows-1252',
    usual: /[àâäåæçèéêëìíîïñòóôöøùúûüßœÀÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒ“”‘’„‚«»–—…€¿¡°·£§©®½]/gu,
  },
  {
    encoding: 'windows-1250',
    usual: /[ąćęłńśźżáčďéěíňóřšťúůýžőűöüäăâîșțşţđĄĆĘŁŃŚŹŻÁČĎÉÍŇÓŘŠŤÚŽŐŰÖÜÄĐ“”‘’„‚«»–—…€ß]/gu,
  },
  {
    encoding: 'iso-8859-2',
    usual: /[ąćęłńśźżáčďéěíňóřšťúůýžőűöüäăâîşţđĄĆĘŁŃŚŹŻÁČĎÉÍŇÓŘŠŤÚŽŐŰÖÜÄĐß]/gu,
  },
  { encoding: 'windows-1254', usual: /[çğıöşüâîûÇĞİÖŞÜ“”‘’«»–—…€]/gu },
  {
    encoding: 'windows-1251',
    usual: /[оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёієїґ“”«»–—…№]/gu,
    script: '\\p{Script=Cyrillic}',
    frequent: /[оеаинтсрвл]/gu,
  },
  {
    encoding: 'koi8-r',
    usual: /[оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё]/gu,
    script: '\\p{Script=Cyrillic}',
    frequent: /[оеаинтсрвл]/gu,
  },
  {
    encoding: 'windows-1253',
    usual: /[αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ“”‘’«»–—…]/gu,
    script: '\\p{Script=Greek}',
    frequent: /[αειονσςτηάέίό]/gu,
  },
  {
    encoding: 'windows-1255',
    usual: /[אבגדהוזחטיכלמנסעפצקרשת“”‘’–—…]|[ךםןףץ](?!\p{L})/gu,
    script: '\\p{Script=Hebrew}',
  },
  {
    encoding: 'windows-1256',
    usual: /[ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؟؛“”«»]/gu,
    script: '\\p{Script=Arabic}',
  },
];

interface Scored extends Reading {
  readonly text: string;
  /** Of what is no ASCII, the share that is usual, less what cannot be. */
  readonly score: number;
}

/** The best reading must be so good, and better than the next one by so much. */
const goodEnough = 0.6;
const clearly = 0.08;

function decodeByLetters(bytes: Uint8Array): Decoded | Undecoded {
  const scored = candidates
    .flatMap((candidate): Scored[] => {
      const text = decode(bytes, candidate.encoding);
      return text === undefined ? [] : [scoreOf(text, candidate)];
    })
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best || best.score <= 0) return { problem: 'binary' };
  // Two that give the same text are one reading.
  const second = scored.find(({ text }) => text !== best.text);
  if (best.score >= goodEnough && (!second || best.score - second.score >= clearly))
    return decoded(best.text, best.encoding, 'letters');
  const [a, b] = [best, second ?? best].map(({ encoding, sample }) => ({ encoding, sample }));
  return { problem: 'unsure', likely: [a!, b!] };
}

/** C1 controls, private use, half-width Kana, lines of boxes: nobody writes these. */

const impossible = /[\x7f-\x9f\ue000-\uf8ff\ufffd\uff61-\uff9f\u2500-\u259f]/gu;
/** Capitals behind small letters, and signs within words: another encoding’s letters read wrongly. */
const inside = /(?<=\p{Ll})\p{Lu}|(?<=\p{L})[¡¿£¤¥¦§¨©ª¬®¯°±²³´¶·¸¹º¼½¾×÷€‚„†‡ˆ‰‹›˜™](?=\p{L})/gu;
// eslint-disable-next-line no-control-regex -- ASCII is meant
const beyond = /[^\x00-\x7f]/gu;

function scoreOf(text: string, { encoding, usual, isWide, script, frequent }: Candidate): Scored {
  const others = count(text, beyond);
  const misplaced =
    script === undefined
      ? lengthOf(text, accentsInARow)
      : count(text, new RegExp(`(?<=[a-zA-Z])[${script}]|[${script}](?=[a-zA-Z])`, 'gu'));
  const wrong = 2 * count(text, impossible) + (isWide ? 0 : 2 * count(text, inside)) + misplaced;
  const rare = frequent ? 1.5 * Math.max(0, 0.6 - count(text, frequent) / Math.max(others, 1)) : 0;
  const score = others === 0 ? 0 : (count(text, usual) - wrong) / others - rare;
  return { encoding, text, score, sample: sampleOf(text) };
}

/** No word of Latin letters has so many with marks in a row. */
const accentsInARow = /[\u00c0-\u024f]{4,}/gu;

const lengthOf = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).reduce((sum, run) => sum + run.length, 0);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The first words with a letter that is no ASCII. */
function sampleOf(text: string): string {
  // eslint-disable-next-line no-control-regex -- ASCII is meant
  const words = text.match(/\S{0,20}[^\x00-\x7f]\S{0,20}/gu) ?? [];
  return [...new Set(words)].slice(0, 3).join(' ');
}
