import type { Page } from 'playwright-core';

/** What has the focus. */
export interface Focused {
  /** What it is called by those who read the page aloud. */
  readonly name: string;
  /** `a`, `button`, `input`; `body` where nothing has it. */
  readonly tag: string;
  /** Whether one sees that it has the focus, and sees it at all. */
  readonly isSeen: boolean;
}

/**
 * A reader of a page who has a keyboard alone. Wherever a key leads, the focus must be somewhere and be seen; where
 * it is not, that is kept in `faults`.
 */
export class Keyboard {
  readonly faults: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses keys one after another and looks where each leads. */
  async press(...keys: readonly string[]): Promise<Focused> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      await this.look(`after ${key}`);
    }
    return this.focused();
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Notes a fault when nothing has the focus, or when one does not see it. */
  async look(when: string): Promise<void> {
    const { tag, name, isSeen } = await this.focused();
    if (tag === 'body') this.faults.push(`nothing has the focus ${when}`);
    else if (!isSeen) this.faults.push(`one does not see the focus on ${tag} “${name}” ${when}`);
  }

  /**
   * Presses Tab, or Shift-Tab, until something of that name has the focus; gives all that had it on the way. Throws
   * at the end of the page.
   */
  async tabTo(name: string | RegExp, back = false): Promise<string[]> {
    const stops: string[] = [];
    for (;;) {
      await this.#page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const { name: found, tag } = await this.focused();
      if (tag === 'body')
        throw new Error(`Unexpected stops ${JSON.stringify(stops)}, expected ${String(name)}`);
      await this.look(`after ${stops.at(-1) ?? 'the beginning'}`);
      stops.push(found);
      if (typeof name === 'string' ? found === name : name.test(found)) return stops;
    }
  }

  focused(): Promise<Focused> {
    return this.#page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      if (!element || element === (document.body as unknown)) {
        return { name: '', tag: 'body', isSeen: false };
      }
      const { outlineStyle, outlineWidth, borderBottomWidth, borderBottomColor } =
        getComputedStyle(element);
      const accent = document.createElement('i');
      accent.style.color = 'var(--color-accent)';
      document.body.append(accent);
      const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const isUnderlined =
        parseFloat(borderBottomWidth) >= 2 && borderBottomColor === getComputedStyle(accent).color;
      accent.remove();
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      const isWithin = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent;
      return {
        name: (label ?? element.textContent).replace(/\s+/g, ' ').trim(),
        tag: element.tagName.toLowerCase(),
        isSeen: isWithin && width > 0 && height > 0 && (isOutlined || isUnderlined),
      };
    });
  }
}
