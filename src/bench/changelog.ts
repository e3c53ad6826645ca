import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The first of the invented dates; nothing else hangs on it. */
const firstWeek = Date.UTC(2009, 10, 20);
const week = 7 * 24 * 3600 * 1000;

/**
 * Gives imported episodes without a date an invented one: each show's episodes in the order of their
 * numbers, a week apart. The public Changelog transcripts carry none, and lists and charts want dates.
 */
export async function inventDates(content: string): Promise<number> {
  const episodes = path.join(content, 'episodes');
  let invented = 0;
  for (const show of (await readdir(episodes)).sort()) {
    const files = (await readdir(path.join(episodes, show), { recursive: true }))
      .filter((name) => name.endsWith('.md'))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    for (const [index, name] of files.entries()) {
      const file = path.join(episodes, show, name);
      const text = await readFile(file, 'utf8');
      const end = text.indexOf('\n---', 3);
      if (/^date:/m.test(text.slice(0, end))) continue;
      const date = new Date(firstWeek + index * week).toISOString().slice(0, 10);
      await writeFile(file, `${text.slice(0, end)}\ndate: ${date}${text.slice(end)}`);
      invented++;
    }
  }
  return invented;
}
