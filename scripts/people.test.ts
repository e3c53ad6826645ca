import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countFigures } from '../src/archive/figures/figures.ts';
import type { Figures } from '../src/archive/figures/model.ts';
import type { Archive } from '../src/archive/model.ts';
import { formatsOf, wordsOf } from '../src/i18n/index.ts';
import { loadArchive } from '../src/store/archive.ts';
import { build } from '../src/testing/build.ts';
import { chromiumPath } from '../src/testing/chromium.ts';
import { sectionOf, sharesOf, termsOf, textOf } from '../src/testing/page-text.ts';
import { serveSites, testAccess, testPages, testWidths } from '../src/testing/page-suite.ts';
import { readPages } from '../src/testing/pages.ts';
import { writePeopleContent } from '../src/testing/people-content.ts';
import { readPlainArchive } from '../src/testing/plain-archive.ts';
import { recountAll } from '../src/testing/recount.ts';
import { linesIn, recountSpeaker } from '../src/testing/recount-figures.ts';

/** The example archive with more people, once in English and once in Arabic. */
let folder: string;
interface Site {
  out: string;
  pages: Map<string, string>;
  archive: Archive;
  figures: Figures;
}
const sites: Record<string, Site> = {};
const languages = ['en', 'ar'] as const;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'people-'));
  for (const language of languages) {
    const content = path.join(folder, `${language}-content`);
    const out = path.join(folder, language);
    await writePeopleContent(content, language);
    await build(content, out);
    const archive = (await loadArchive(content)).archive!;
    sites[language] = { out, pages: await readPages(out), archive, figures: countFigures(archive) };
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (id: string, language = 'en'): string =>
  sites[language]!.pages.get(`speakers/${id}/index.html`)!;

/** Rows of a list of shares: what each is called, and its value in words. */
const valuesOf = (html: string): [name: string, value: string][] =>
  sharesOf(html).map(({ name, value }) => [name, value]);

const words = wordsOf('en');
const formats = formatsOf('en');

describe('the figures on every speaker’s page', () => {
  it('are those of a plain recount of the files', () => {
    const plain = readPlainArchive(path.join(folder, 'en-content'));
    const lines = linesIn(recountAll(plain));
    const nameOf = new Map(plain.speakers.map(({ id, name }) => [id, name]));
    const { archive } = sites['en']!;
    for (const { id } of plain.speakers) {
      const terms = termsOf(page(id));
      const again = recountSpeaker(id, lines);
      const [episodes, quotes, spoken] = again.counts;
      const shown = (count: number): string | undefined =>
        count > 0 ? formats.number(count) : undefined;
      expect([terms['Episodes'], terms['Quotes'], terms['Words']], id).toEqual(
        [episodes, quotes, spoken].map(shown),
      );
      if (again.time) {
        const [seconds, timed] = again.time;
        expect(terms['Speaking time'], id).toMatch(
          `${formats.duration(seconds)} ${timed === quotes ? 'of all quotes' : `of ${timed} of ${quotes} quotes`}`,
        );
      } else expect(terms['Speaking time'], id).toBeUndefined();
      expect(terms['Role'] ?? '', id).toBe(
        again.roles
          .map(([role, count]) => `${role} ${words.countEpisodes(Number(count))}`)
          .join(' '),
      );
      if (again.first !== again.latest) {
        expect(terms['First'], id).toContain(formats.date(again.first!));
        expect(terms['Latest'], id).toContain(formats.date(again.latest!));
      }
      expect(valuesOf(sectionOf(page(id), 'company')), id).toEqual(
        again.company.map(([other, [count]]) => [nameOf.get(other), words.countEpisodes(count)]),
      );
      expect(valuesOf(sectionOf(page(id), 'shows')), id).toEqual(
        (episodes > 1 ? again.shows : []).map(([show, [count]]) => [
          archive.showById.get(show)!.title,
          words.countEpisodes(count),
        ]),
      );
    }
  });

  it('are those that are counted: topics, telling words, mentions, the longest turn', () => {
    const { archive, figures } = sites['en']!;
    for (const { id } of archive.speakers) {
      const own = figures.speakers.get(id)!;
      const html = page(id);
      const terms = termsOf(html);
      expect(valuesOf(sectionOf(html, 'topics')), id).toEqual(
        own.topics.map(({ topic, quotes }) => [topic.name, words.countQuotes(quotes)]),
      );
      const marks = /<ol class="marks".*?<\/ol>/s.exec(html)?.[0] ?? '';
      expect(
        [...marks.matchAll(/<li>(.*?)<\/li>/gs)].map((match) => textOf(match[1]!)),
        id,
      ).toEqual(own.marks.map(({ text, count }) => `${text} ${formats.number(count)}×`));
      const count = own.mentions.length;
      expect(terms['Mentioned by others'], id).toBe(count > 0 ? String(count) : undefined);
      const listed = sectionOf(html, 'mentions');
      expect([...listed.matchAll(/<p[^>]*><a href="[^"]*#q\w{8}"/g)].length, id).toBe(count);
      const { longest } = own;
      if (!longest) continue;
      expect(terms['Longest turn'], id).toMatch(words.countWords(longest.words));
      const to = longest.last === longest.first ? '' : `\\?to=${longest.last.id}`;
      expect(html, id).toMatch(
        new RegExp(`/episodes/${longest.episode.key}/${to}#${longest.first.id}"`),
      );
    }
  });

  it('lead to what they count', () => {
    for (const { id, counts } of sites['en']!.archive.speakers) {
      const html = page(id);
      if (counts.quotes > 0) expect(html).toContain('href="#quotes"');
      if (counts.episodes > 0) expect(html).toContain('href="#appearances"');
      expect([...html.matchAll(/<li id="in-/g)].length, id).toBe(counts.episodes);
    }
  });
});

describe('somebody', () => {
  it('with one quote has it, their portrait, and no feed yet', () => {
    const html = page('ada-once');
    expect(termsOf(html)).toMatchObject({ Episodes: '1', Quotes: '1', Words: '9' });
    expect(html).toMatch(
      /<img class="portrait" src="\/favicon\.svg" width="\d+" height="\d+" alt="Portrait of Ada Once"/,
    );
    expect(textOf(html)).toContain('I came to see whether Una Still would come.');
    expect(html).not.toContain('application/atom+xml');
    expect(existsSync(path.join(sites['en']!.out, 'speakers/ada-once/feed.xml'))).toBe(false);
  });

  it('who says nothing is said to, with what others say of them', () => {
    const html = page('una-still');
    const text = textOf(html);
    expect(text).toContain('Una Still is named here, but says nothing in these transcripts.');
    expect(textOf(sectionOf(html, 'mentions'))).toContain('1 quote.');
    expect(html).toMatch(/<mark>Una Still<\/mark>/);
    expect(html).not.toMatch(/<section id="quotes"|name="speaker"|class="time-chart"/);
    expect(textOf(sectionOf(html, 'appearances'))).toMatch(
      /The empty chair Salthaven Harbour Council · chair · July 1, 2026/,
    );
  });

  it.each([
    ['tang-ruoshui', '唐'],
    ['lea-kohn', 'לכ'],
    ['zhanna-rybak', 'ЖР'],
    ['hibari-umino', 'ひ'],
    ['kim-haneul', '김'],
    ['jo-field', 'JF'],
  ])('without a portrait has initials of their script: %s', (id, initials) => {
    const text = /<svg[^>]*class="portrait".*?<text[^>]*>\s*(.*?)\s*<\/text>/s.exec(page(id));
    expect(text?.[1]).toBe(initials);
  });

  it('whose name has no letters has a sign instead', () => {
    expect(page('seven')).toMatch(/<svg[^>]*class="portrait"[^>]*>\s*<rect[^>]*>.*?<circle/s);
  });
});

describe('the index of speakers', () => {
  const namesIn = (html: string): string[] =>
    [...html.matchAll(/<a href="\/speakers\/[^"/]+\/">\s*<bdi>(.*?)<\/bdi>/gs)].map((match) =>
      textOf(match[1]!),
    );

  it('has everybody once, by name, under letters of every script', () => {
    const { archive, pages } = sites['en']!;
    const html = pages.get('speakers/index.html')!;
    expect(namesIn(html).sort()).toEqual(archive.speakers.map(({ name }) => name).sort());
    const letters = [...html.matchAll(/<h2 id="letter-\d+">(.*?)<\/h2>/gs)].map((match) =>
      textOf(match[1]!),
    );
    for (const letter of ['A', 'T', 'Ж', 'ל', 'は', 'ㄱ']) expect(letters).toContain(letter);
    expect(letters.at(-1)).toBe('#');
    const jumps = [...html.matchAll(/href="#(letter-\d+)"/g)].map((match) => match[1]);
    expect(jumps.length).toBe(letters.length);
  });

  it('has everybody once, by presence, with their counts', () => {
    const { archive, pages } = sites['en']!;
    const html = pages.get('speakers/by-presence/index.html')!;
    const rows = [...html.matchAll(/<th scope="row">(.*?)<\/tr>/gs)].map((match) =>
      [...match[1]!.matchAll(/<bdi>(.*?)<\/bdi>|<td>(.*?)<\/td>/gs)].map((cell) =>
        textOf(cell[1] ?? cell[2]!),
      ),
    );
    expect(rows.length).toBe(archive.speakers.length);
    for (const { name, counts } of archive.speakers) {
      const { episodes, quotes, words: said } = counts;
      expect(rows).toContainEqual([name, ...[episodes, quotes, said].map(formats.number)]);
    }
    const counts = rows.map((row) => Number(row[1]));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});

it('has every dated episode in the calendar, on its day, once', () => {
  const { archive, pages } = sites['en']!;
  const months = [...pages].filter(([file]) => /^calendar\/\d\d\//.test(file));
  const found = months.flatMap(([file, html]) =>
    [...html.matchAll(/<h2 id="day-(\d\d)">(.*?)<\/section>/gs)].flatMap(([, day, rest]) =>
      [...rest!.matchAll(/href="\/episodes\/([^/"]+)\/"/g)].map(
        (match) => `${file.slice(9, 11)}-${day} ${match[1]}`,
      ),
    ),
  );
  const expected = archive.episodes.flatMap(({ key, date }) =>
    date === undefined ? [] : [`${date.slice(5)} ${key}`],
  );
  expect(found.sort()).toEqual(expected.sort());
  const overview = pages.get('calendar/index.html')!;
  const days = new Set(expected.map((one) => one.slice(0, 5)));
  expect([...overview.matchAll(/data-shade/g)].length).toBe(days.size);
});

describe('feeds', () => {
  it('are there for whoever appears twice, for topics, and for all episodes, and are named in the heads', async () => {
    const { archive, out, pages } = sites['en']!;
    const feedIn = async (file: string) =>
      parseAtomFeed(await readFile(path.join(out, file), 'utf8'));
    for (const { id, counts, name } of archive.speakers) {
      const file = `speakers/${id}/feed.xml`;
      expect(existsSync(path.join(out, file)), id).toBe(counts.episodes >= 2);
      if (counts.episodes < 2) continue;
      expect((await feedIn(file)).entries?.length).toBe(Math.min(50, counts.episodes));
      expect(page(id)).toContain(
        `<link rel="alternate" type="application/atom+xml" href="/${file}" title="Where ${name} speaks`,
      );
    }
    for (const { id } of archive.topics)
      expect(existsSync(path.join(out, `topics/${id}/feed.xml`)));
    const all = await feedIn('feeds/episodes.xml');
    expect(all.entries?.length).toBe(archive.episodes.length);
    for (const file of ['index.html', 'episodes/index.html'])
      expect(pages.get(file)).toContain('href="/feeds/episodes.xml"');
  });
});

const built = { languages, siteOf: (language: string) => sites[language]! };
testPages(built, /^(?:speakers\/|calendar\/|episodes\/index|index)/);

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  const templates = [
    'speakers/',
    'speakers/by-presence/',
    'speakers/jo-field/',
    'speakers/ada-once/',
    'speakers/una-still/',
    'speakers/tang-ruoshui/',
    'calendar/',
    'calendar/03/',
    'episodes/',
  ];
  const served = serveSites(built);

  testAccess(built, served, templates);

  it('quotes of one page are looked through by topic without a script, as many as it says', async () => {
    const tab = await served.browser.newPage({ javaScriptEnabled: false });
    await tab.goto(`${served.urls['en']!}speakers/mara-quill/`);
    const options = tab.locator('fieldset.about label');
    const all = await tab.locator('#quotes .transcript p').count();
    expect(await options.count()).toBeGreaterThan(2);
    for (const option of await options.all()) {
      await option.click();
      const shown = tab.locator('#quotes .transcript p:visible');
      const said = Number((await option.locator('.count').textContent())!);
      expect(await shown.count()).toBe(said);
      expect(said).toBeLessThanOrEqual(all);
      // No heading stands over nothing.
      expect(await tab.locator('#quotes .said:visible:not(:has(p:visible))').count()).toBe(0);
    }
    await tab.close();
  });

  it.each(['jo-field', 'mara-quill'])(
    'the numbers of %s lead to searches that find as much',
    async (id) => {
      const tab = await served.browser.newPage();
      const address = `${served.urls['en']!}speakers/${id}/`;
      await tab.goto(address);
      const links = await tab
        .locator('.shares:not(details *) .value a, .facts a.quiet')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('href')!, one.textContent]));
      expect(links.length).toBeGreaterThan(10);
      for (const [href, text] of links) {
        await tab.goto(`${new URL(href!, address).href}&n=500`);
        const found = tab.locator('.hits [data-hit]');
        const said = Number(/\d+/.exec(text!)![0]);
        const countFound = async (): Promise<number> => {
          const places = await found.evaluateAll((all) =>
            all.map((one) => one.getAttribute('href')!),
          );
          const episodes = new Set(places.map((place) => /episodes\/([^/]+)/.exec(place)![1]));
          return /episode/.test(text!) ? episodes.size : places.length;
        };
        await expect.poll(countFound, { timeout: 20_000, message: href! }).toBe(said);
      }
      await tab.close();
    },
  );

  testWidths(built, served, templates);
});
