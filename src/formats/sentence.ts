/** Short forms with a point that ends no sentence. */
const abbreviation =
  /(?:^|[\s(“"'])(?:\p{Lu}|(?<!\p{N}\s)\p{Ll}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|e\.g|i\.e|Nr|Hr|Fr|ca|bzw|Mme|Mlle)\.$/u;

/**
 * Whether words end a sentence.
 *
 * endsSentence('Ask Dr.') // => false
 * endsSentence('「好。」') // => true
 */
export function endsSentence(text: string): boolean {
  const end = text.trimEnd();
  return /[.!?…。！？｡؟۔॥।։]["'”’»›)\]」』）]*$/u.test(end) && !abbreviation.test(end);
}

/**
 * A text in its sentences. Ends are told by their marks alone, so that every machine cuts alike.
 *
 * cutSentences('It was on. He heard it! Did Dr. Amory?') // => ['It was on. ', 'He heard it! ', 'Did Dr. Amory?']
 */
export function cutSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (end >= text.length) break;
    if (!endsSentence(text.slice(start, end))) continue;
    sentences.push(text.slice(start, end));
    start = end;
  }
  sentences.push(text.slice(start));
  return sentences;
}

/** Marks that end a sentence, with the blanks after them; where a script has no blanks, without. */
const ends =
  /[.!?…؟۔॥।։]{1,8}["'”’»›)\]]{0,3}\s+(?=[\p{Lu}\p{Lo}\p{N}"'“‘«‹([¿¡—–-])|[。！？｡]{1,8}["”’」』）]{0,3}\s*/gu;
