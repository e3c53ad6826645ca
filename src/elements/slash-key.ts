/** A single key may be pressed by mistake, or by who dictates: it can be turned off, and stays so. */
const name = 'slash-key';

/** Whether `/` alone opens the search. */
export function hasSlash(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

/** Turns the key on or off, in this browser. The page shows what holds. */
export function setSlash(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // Nothing can be remembered here; the box shows that it is as before.
  }
  showSlash();
}

/** Shows the hint in the search forms where the key does something. */
export function showSlash(): void {
  for (const hint of document.querySelectorAll<HTMLElement>('form.search kbd'))
    hint.hidden = !hasSlash();
}
