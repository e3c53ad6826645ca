import { beforeAll, describe, expect, it } from 'vitest';
import { quotesPerPage } from '../src/archive/list.ts';
import type { Archive } from '../src/archive/model.ts';
import { listedPages } from '../src/archive/address.ts';
import { formatsOf, wordsOf } from '../src/i18n/index.ts';
import { Scan } from '../src/search/scan.ts';
import { loadArchive, rememberFigures } from '../src/store/archive.ts';
import { builtOnce } from '../src/testing/built-once.ts';
import { chromiumPath } from '../src/testing/chromium.ts';
import { rowsOf, sectionOf, sharesOf, termsOf, textOf } from '../src/testing/page-text.ts';
import { serveSites, testAccess, testPages, testWidths } from '../src/testing/page-suite.ts';
import { readPages } from '../src/testing/pages.ts';
import { listOf, type PlainArchive, readPlainArchive } from '../src/testing/plain-archive.ts';
import { asPhrase, plainWords } from '../src/testing/plain-search.ts';
import { recountAll, recountOverTime } from '../src/testing/recount.ts';
import { linesIn, type PartLine } from '../src/testing/recount-figures.ts';
import { findAbout, type FoundAbout, recountTopic } from '../src/testing/recount-topics.ts';
import { countFound, knownEpisodes, writeTopicContent } from '../src/testing/topic-content.ts';

/** The example archive with more topics, once in English and once in Arabic, where there are many. */
interface Site {
  out: string;
  pages: Map<string, string>;
  archive: Archive;
}
const sites: Record<string, Site> = {};
const languages = ['en', 'ar'] as const;

let plain: PlainArchive;
let lines: readonly PartLine[];
let about: ReadonlyMap<string, readonly FoundAbout[]>;
let scan: Scan;

beforeAll(async () => {
  for (const language of languages) {
    const { content, out } = await builtOnce(`topics-${language}`, (empty) =>
      writeTopicContent(empty, language),
    );
    if (language === 'en') plain = readPlainArchive(content);
    const archive = (await loadArchive(content)).archive!;
    sites[language] = { out, pages: await readPages(out), archive };
  }
  const { archive } = sites['en']!;
  lines = linesIn(recountAll(plain));
  const known = knownEpisodes(plain, archive);
  about = new Map(plain.topics.map((topic) => [topic.id, findAbout(topic, known)]));
  scan = await Scan.of(archive);
});

const page = (address: string, language = 'en'): string =>
  sites[language]!.pages.get(`${address}index.html`)!;
const words = wordsOf('en');
const formats = formatsOf('en');
const shown = (count: number): string | undefined =>
  count > 0 ? formats.number(count) : undefined;
const nameOf = (id: string): string => plain.speakers.find((one) => one.id === id)?.name ?? id;
const topicName = (id: string): string => plain.topics.find((one) => one.id === id)!.name;
const says = ({ reason }: FoundAbout): boolean => reason !== 'episode';

/** The quotes that a page lists, in order: id, words as HTML, whether the keeper chose it. */
const listedOn = (html: string) =>
  [...html.matchAll(/<p[^>]*><a href="[^"]*#(q\w{8})">[^<]*<\/a> (.*?)<\/p>\n/gs)].map(
    ([, id, said]) => ({ id: id!, said: said!, isChosen: said!.includes('class="chosen"') }),
  );

/** All of a list, newest first, from its bare address on through the numbered pages. */
const listedAbout = (id: string) => {
  const numbered = [...sites['en']!.pages.keys()]
    .map((file) => new RegExp(`^topics/${id}/quotes/(\\d+)/`).exec(file)?.[1])
    .filter((number) => number !== undefined)
    .sort((a, b) => Number(b) - Number(a))
    .map((number) => page(`topics/${id}/quotes/${number}/`));
  return [sectionOf(page(`topics/${id}/`), 'quotes'), ...numbered].flatMap(listedOn);
};

describe('the figures on every topic’s page', () => {
  const wordsOfSpeaker = (who: string): number =>
    lines.filter((line) => line.who === who).reduce((sum, line) => sum + line.words, 0);

  it('are those of a plain recount of the files', () => {
    for (const { id } of plain.topics) {
      const html = page(`topics/${id}/`);
      const others = new Map([...about].filter(([other]) => other !== id));
      const again = recountTopic(about.get(id)!, others, wordsOfSpeaker);
      const [episodes, quotes, spoken] = again.counts;
      const terms = termsOf(html);
      expect(
        ['Quotes', 'Episodes', 'Words', 'Speakers'].map((name) => terms[name]),
        id,
      ).toEqual([quotes, episodes, spoken, again.speakers.length].map(shown));

      const reasons = Object.values(again.byReason).filter(([, own]) => own > 0);
      const table = [...reasons, ...(reasons.length > 1 ? [again.counts] : [])];
      expect(
        rowsOf(sectionOf(html, 'counted')).map(({ cells }) => cells.slice(1)),
        id,
      ).toEqual(table.map(([inEpisodes, own]) => [own, inEpisodes].map(formats.number)));

      const shares = again.speakers
        .filter(([who]) => wordsOfSpeaker(String(who)) >= 500)
        .map(([who, , share]) => `${nameOf(String(who))} ${formats.percent(Number(share))}`);
      const rows = sharesOf(sectionOf(html, 'speakers'));
      expect(
        rows.slice(0, again.speakers.length).map(({ name, value }) => [name, value]),
        id,
      ).toEqual(
        again.speakers.map(([who, counts]) => [
          nameOf(String(who)),
          words.countQuotes((counts as readonly number[])[1]!),
        ]),
      );
      const listed = rows.slice(again.speakers.length).map(({ name, value }) => `${name} ${value}`);
      expect(listed.toSorted(), id).toEqual(shares.toSorted());
      const percents = listed.map((row) => parseFloat(row.split(' ').at(-1)!));
      expect(percents, id).toEqual(percents.toSorted((a, b) => b - a));

      const related = [
        ...sectionOf(html, 'related').matchAll(/<bdi>(.*?)<\/bdi>.*?count">(.*?)</gs),
      ].map(([, name, count]) => `${textOf(name!)} ${count}`);
      const most = again.related.map(([other, count]) => `${topicName(String(other))} ${count}`);
      for (const one of related) expect(most, id).toContain(one);
      expect(related.length, id).toBe(Math.min(10, most.length));

      const first = sectionOf(html, 'first');
      if (again.first === undefined) expect(first, id).toBe('');
      else expect(first, id).toContain(`datetime="${again.first}"`);
    }
  });

  it('over time are those of a recount, period by period', () => {
    for (const { id } of plain.topics) {
      const own = about.get(id)!;
      const lines = [...Map.groupBy(own, ({ episode }) => episode)].map(([episode, quotes]) => ({
        episode,
        quotes: quotes.length,
        words: quotes.reduce((sum, one) => sum + one.words, 0),
      }));
      const { periods } = recountOverTime(lines);
      if (periods.length < 2) continue;
      const chart = /<figure class="time-chart".*?<\/figure>/s.exec(page(`topics/${id}/`))![0];
      expect(
        rowsOf(chart)
          .slice(0, periods.length)
          .map(({ cells }) => cells.slice(1)),
        id,
      ).toEqual(periods.map(([, , , counts]) => counts.map(formats.number)));
    }
  });

  it('are what the search finds at the addresses they link to', async () => {
    for (const id of ['tides', 'archives', 'fog-signal', 'two-quotes']) {
      const html = page(`topics/${id}/`);
      for (const { value, found: address } of sharesOf(sectionOf(html, 'speakers'))) {
        if (value.endsWith('%')) continue;
        expect(
          words.countQuotes((await countFound(scan, address!)).quotes),
          `${id} ${address}`,
        ).toBe(value);
      }
      const chart = /<figure class="time-chart".*?<\/figure>/s.exec(html)?.[0] ?? '';
      for (const { cells, href } of rowsOf(chart)) {
        if (href === undefined) continue;
        const { episodes, quotes, words: spoken } = await countFound(scan, href);
        expect([episodes, quotes, spoken].map(formats.number), href).toEqual(cells.slice(1));
      }
      const all = /href="(\/search\/\?topic=[^"&]*)">\s*([\d,]+)/.exec(sectionOf(html, 'counted'))!;
      expect(formats.number((await countFound(scan, all[1]!)).quotes), id).toBe(all[2]);
    }
  });
});

describe('the quotes about a topic', () => {
  it('are all that its keeper or its words say, newest first, and no other', () => {
    for (const { id } of plain.topics) {
      const own = about.get(id)!.filter(says);
      const listed = listedAbout(id);
      expect(listed.map((one) => one.id).sort(), id).toEqual(own.map(({ ids }) => ids[0]!).sort());
      const dateOf = new Map(own.map(({ ids, episode }) => [ids[0]!, episode.date ?? '']));
      const dates = listed.map((one) => dateOf.get(one.id)!);
      expect(dates, id).toEqual(dates.toSorted().reverse());
    }
  });

  it('by its words have them marked, as whole words; by its keeper they say so', () => {
    for (const { id, name, facts } of plain.topics) {
      const terms = [name, ...listOf(facts['aliases']), ...listOf(facts['terms'])].map(asPhrase);
      const reasonOf = new Map(about.get(id)!.map(({ ids, reason }) => [ids[0]!, reason]));
      for (const one of listedAbout(id)) {
        const marked = [...one.said.matchAll(/<mark>(.*?)<\/mark>/gs)].map((match) => match[1]!);
        expect(one.isChosen, one.id).toBe(reasonOf.get(one.id) === 'keeper');
        if (one.isChosen) expect(marked, one.id).toEqual([]);
        else expect(marked.length, `${id} ${one.said}`).toBeGreaterThan(0);
        // Marks of one place that lie in several pieces of the HTML are read together.
        const whole = one.said.replace(/<\/mark>(<\/?\w+>)*<mark>/g, '');
        for (const [, before, text, after] of whole.matchAll(
          /(.?)<mark>(.*?)<\/mark>(?:<\/\w+>)?(.?)/gsu,
        )) {
          const said = plainWords(textOf(text!));
          expect(
            terms.some((term) => said.includes(term)),
            `${id} ${text}`,
          ).toBe(true);
          if (/^[\p{Script=Latin}\p{Script=Arabic}]/u.test(text!))
            expect(`${before}${after}`, one.said).not.toMatch(/[\p{L}\p{N}]/u);
        }
      }
    }
  });

  it('are paged at addresses that the archive knows', () => {
    const { archive, pages } = sites['en']!;
    const listed = about.get('articles')!.filter(says).length;
    expect(listed).toBeGreaterThan(quotesPerPage);
    const numbered = [...pages.keys()].filter((file) => /^topics\/.*\/quotes\//.test(file));
    expect(numbered.length).toBe(Math.floor(listed / quotesPerPage));
    const known = listedPages(archive, rememberFigures(archive).topics);
    for (const file of numbered) expect(known).toContain(`/${file.replace('index.html', '')}`);
    expect(listedOn(page('topics/articles/quotes/1/'))).toHaveLength(quotesPerPage);
    expect(page('topics/articles/quotes/1/')).toContain('href="/topics/articles/#quotes"');
  });

  it('can be told apart by why they are there, where there are several reasons', () => {
    const own = about.get('tides')!;
    const by = (reason: string): number => own.filter((one) => one.reason === reason).length;
    const [keeper, terms] = [by('keeper'), by('terms')];
    expect(keeper).toBeGreaterThan(0);
    const filter = /<fieldset class="measures reasons">.*?<\/fieldset>/s.exec(
      page('topics/tides/'),
    );
    expect(textOf(filter![0])).toBe(
      `Of the quotes on this page, show all ${keeper + terms} ${terms} with its words the keeper’s ${keeper}`,
    );
    expect(page('topics/fog-signal/')).not.toContain('fieldset class="measures reasons"');
  });

  it('for their episode alone are counted beside it', () => {
    for (const { id } of plain.topics) {
      const episodes = plain.episodes.filter(({ topics }) => topics.includes(id));
      const rows = [
        ...sectionOf(page(`topics/${id}/`), 'episodes').matchAll(/<li>(.*?)<\/li>/gs),
      ].map((match) => textOf(match[1]!));
      expect(rows.length, id).toBe(episodes.length);
      for (const episode of episodes) {
        const direct = about.get(id)!.filter((one) => one.episode === episode && says(one)).length;
        const key = sites['en']!.archive.episodes.find((one) => one.path === episode.path)!;
        const row = rows.find((one) => one.startsWith(textOf(key.title)))!;
        expect(row, id).toContain(` · ${words.countQuotes(episode.quotes.length)}`);
        if (direct > 0) expect(row, id).toContain(` · ${direct} of them in the list above`);
        else expect(row, id).not.toContain('of them');
      }
    }
  });

  it('are none where nobody speaks of it: the page says so and has no empty parts', () => {
    const html = page('topics/zeppelins/');
    expect(textOf(html)).toContain('No quote in this archive is about it yet.');
    for (const id of ['counted', 'quotes', 'speakers', 'first', 'episodes', 'related'])
      expect(sectionOf(html, id)).toBe('');
    expect(html).not.toMatch(/name="topic"|class="time-chart"|<dl/);
  });
});

describe('the tree of topics', () => {
  it('has each topic once, below what is broader, with its counts', () => {
    const html = page('topics/');
    const rows = [...html.matchAll(/<p class="name">(.*?)<\/p>/gs)].map((match) =>
      textOf(match[1]!),
    );
    expect(rows.length).toBe(plain.topics.length);
    for (const { id, name } of plain.topics) {
      const own = about.get(id)!;
      const episodes = new Set(own.map(({ episode }) => episode)).size;
      expect(rows).toContain(
        own.length === 0
          ? `${name} no quote yet`
          : `${name} ${words.countQuotes(own.length)} · ${words.countEpisodes(episodes)}`,
      );
    }
    const below = /<bdi>Oral history<\/bdi>.*?<ul class="topics".*?<\/ul>/s.exec(html)![0];
    expect(below).toContain('<bdi>Dialect</bdi>');
    expect(html).not.toContain('class="jumps"');
    expect(textOf(/<ol class="kicker path".*?<\/ol>/s.exec(page('topics/dialect/'))![0])).toBe(
      'Topics Keeping records Oral history',
    );
  });

  it('has letters to jump to where there are many', () => {
    const html = page('topics/', 'ar');
    const jumps = [...html.matchAll(/href="#(letter-\d+)"/g)].map((match) => match[1]);
    const heads = [...html.matchAll(/<h2 id="(letter-\d+)"/g)].map((match) => match[1]);
    expect(jumps.length).toBeGreaterThan(5);
    expect(jumps).toEqual(heads);
  });
});

const built = { languages, siteOf: (language: string) => sites[language]! };
testPages(built, /^topics\//);

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  const templates = [
    'topics/',
    'topics/tides/',
    'topics/two-quotes/',
    'topics/zeppelins/',
    'topics/articles/quotes/1/',
  ];
  const served = serveSites(built);

  testAccess(built, served, templates);

  testWidths(built, served, templates);

  it('the quotes of one reason are shown alone, without a script', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${served.urls['en']}topics/tides/`);
    const quotes = tab.locator('#quotes .transcript p:not(.who):visible');
    const groups = tab.locator('#quotes .said:visible');
    const all = await quotes.count();
    const chosen = await tab.locator('#quotes .chosen').count();
    expect(chosen).toBeGreaterThan(0);
    await tab.locator('[name=reason][value=keeper]').check();
    expect(await quotes.count()).toBe(chosen);
    expect(await groups.count()).toBeLessThanOrEqual(chosen);
    await tab.locator('[name=reason][value=terms]').check();
    expect(await quotes.count()).toBe(all - chosen);
    expect(await tab.locator('#quotes .turn:visible').count()).toBe(
      await tab.locator('#quotes .turn:visible:has(mark)').count(),
    );
    await tab.locator('[name=reason][value=all]').check();
    expect(await quotes.count()).toBe(all);
    await context.close();
  });
});
