import { expect, it } from 'vitest';
import { bundleForm, entryName } from '../search/entry.ts';
import { serializeVocabulary } from '../search/vocabulary.ts';
import { findForms } from './forms.ts';

const word = (text: string, ...forms: string[]) => ({ word: text, records: 2, parts: 1, forms });
const { facts, pages } = serializeVocabulary(
  [word('copied', 'copies', 'copy'), word('copy', 'copied', 'copies'), word('tide')],
  { records: 2, languages: ['en'] },
);
const files = (form: number) => (name: string) => {
  const entry = { form, parts: [], catalog: '', words: { ...facts, folder: 'words.1' } };
  const text =
    name === entryName ? JSON.stringify(entry) : pages[Number(/(\d+)\.txt$/.exec(name)?.[1])];
  return text === undefined ? Promise.reject(new Error(name)) : Promise.resolve(text);
};

it('the forms of words are those that the search knows', async () => {
  expect(await findForms(['copy', 'tide', 'lighthouse'], files(bundleForm))).toEqual([
    ['copy', ['copied', 'copies']],
  ]);
});

it('no forms are known where nothing is asked, or the index is of another form', async () => {
  expect(await findForms([], () => Promise.reject(new Error('asked')))).toEqual([]);
  expect(await findForms(['copy'], files(99))).toEqual([]);
});
