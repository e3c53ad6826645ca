import anyAscii from 'any-ascii';
import { slug as slugger } from 'github-slugger';

/** Longest id that import makes; keeps addresses and file names short on every file system. */
const longest = 80;

/**
 * A file name for a name in any script: `a–z 0–9 -`. Empty only when nothing of it can be written so.
 *
 * slugOf('Zoé Müller') // => 'zoe-muller'
 * slugOf('唐鳳') // => 'tangfeng'
 */
export function slugOf(name: string): string {
  const latin = anyAscii(name.normalize('NFC')).replace(/['’`]/g, '');
  const plain = slugger(latin.replace(/[^A-Za-z0-9]+/g, ' ').trim());
  if (plain.length <= longest) return plain;
  return plain.slice(0, longest).replace(/-[^-]*$/, '');
}

/** Whether a file name can be an id. */
export const isId = (name: string): boolean => /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(name);
