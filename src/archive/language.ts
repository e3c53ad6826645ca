import type { Direction } from './model.ts';

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const rightToLeftScripts = /-(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)\b/;

/**
 * The direction in which a language is written.
 *
 * directionOf('ar') // => 'rtl'
 * directionOf('az-Arab') // => 'rtl'
 */
export function directionOf(language: string): Direction {
  if (/-(?:Latn|Cyrl)\b/.test(language)) return 'ltr';
  const [primary = ''] = language.toLowerCase().split('-');
  return rightToLeft.has(primary) || rightToLeftScripts.test(language) ? 'rtl' : 'ltr';
}
