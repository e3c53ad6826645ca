import { href } from '../archive/permalink.ts';
import { searchFor, trendAddress } from './address.ts';
import type { Uncounted } from './data.ts';
import { type Item, parseItems, serializeItem, type TrendQuery, withItems } from './query.ts';
import { tree, type Tree } from './tree.ts';
import { fillIn, isolate, type Writing } from './writing.ts';

/** Why something is not compared, and where one finds it all the same. */
export function uncountedNote({ item, reason }: Uncounted, least: number, writing: Writing): Tree {
  const { words, base } = writing.texts;
  const kind = reason === 'unknown' && 'value' in item ? item.kind : reason;
  const name = 'value' in item ? item.value : 'text' in item ? item.text : '';
  const sentence = fillIn(words.reasons[kind === 'unknown' ? 'other' : kind], {
    name: isolate(`“${item.kind === 'beginning' ? serializeItem(item) : name}”`),
    least: writing.number(least),
  });
  const isFindable = !['nobody', 'unknown'].includes(reason);
  return tree(
    'p',
    {},
    sentence,
    isFindable && ' ',
    isFindable && tree('a', { href: href(base, searchFor(item)) }, words.searchFor),
  );
}

/** Other forms of a word, each a link that adds it to what is compared. */
export function formsNote(
  word: string,
  forms: readonly string[],
  query: TrendQuery,
  writing: Writing,
): Tree {
  const { words, base } = writing.texts;
  const links = forms.flatMap((form, index) => {
    const items: readonly Item[] = withItems(query.items, parseItems(`"${form}"`));
    const address = href(base, trendAddress({ ...query, items }));
    return [index === 0 ? ' ' : ' · ', tree('a', { href: address, dir: 'auto' }, form)];
  });
  const name = isolate(`“${word}”`);
  return tree('p', { class: 'quiet' }, fillIn(words.forms, { name }), ...links);
}
