import type { DialogWords } from '../i18n/dialog.ts';
import { make } from './dom.ts';
import type { SearchDialog } from './search-dialog.ts';
import { fill } from './search-words.ts';

/** What keys do in the dialog, for those who have some; and the box that turns the one off that opens it. */
export function renderKeys(words: DialogWords, dialog: SearchDialog): HTMLElement {
  const box = make('input', { type: 'checkbox' });
  box.checked = dialog.hasSlash;
  box.addEventListener('change', () => {
    dialog.hasSlash = box.checked;
    box.checked = dialog.hasSlash;
  });
  const key = (...names: string[]): HTMLElement[] => names.map((name) => make('kbd', {}, name));
  return make(
    'div',
    { class: 'keys' },
    make('span', {}, ...key('↑', '↓'), ' ', words.choose),
    make('span', {}, ...key('Enter'), ' ', words.open),
    make('span', {}, ...key('Esc'), ' ', words.leave),
    make('label', {}, box, ...fill(words.slash, { key: make('kbd', {}, '/') })),
  );
}
