import { hash } from 'node:crypto';

/** How a repository names its objects. */
export type ObjectFormat = 'sha1' | 'sha256';

/**
 * Git's own hash of a file: the name under which its text lies in the repository, whether or not it does yet.
 *
 * hashBlob('tide\n') // => what `git hash-object` says: 'db4b0fe1…'
 */
export function hashBlob(text: string, format: ObjectFormat = 'sha1'): string {
  const length = Buffer.byteLength(text);
  return hash(format, `blob ${length}\0${text}`, 'hex');
}
