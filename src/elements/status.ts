let status: HTMLElement | undefined;
let clearing: ReturnType<typeof setTimeout> | undefined;

/** Says something at the foot of the window, to those who see it and to those who hear it; for a moment. */
export function say(text: string): void {
  if (!status) {
    status = document.createElement('p');
    status.className = 'status';
    status.setAttribute('role', 'status');
    document.body.append(status);
  }
  status.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => status?.replaceChildren(), 2500);
}

/** Copies text and says so. False where there is no clipboard. */
export async function copy(text: string, said: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  say(said);
  return true;
}
