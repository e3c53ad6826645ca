import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../src/archive/model.ts';
import { formatsOf, wordsOf } from '../src/i18n/index.ts';
import { Scan } from '../src/search/scan.ts';
import { loadArchive } from '../src/store/archive.ts';
import { builtOnce } from '../src/testing/built-once.ts';
import { chromiumPath } from '../src/testing/chromium.ts';
import { rowsOf, sectionOf, sharesOf, termsOf, textOf } from '../src/testing/page-text.ts';
import { serveSites, testAccess, testPages, testWidths } from '../src/testing/page-suite.ts';
import { readPages } from '../src/testing/pages.ts';
import { type PlainArchive, readPlainArchive } from '../src/testing/plain-archive.ts';
import { type CountedEpisode, recountAll } from '../src/testing/recount.ts';
import { recountLongest, recountShow, recountStrip } from '../src/testing/recount-figures.ts';
import {
  findAbout,
  type FoundAbout,
  recountTopicsOfEpisode,
  recountTopicsOfShow,
} from '../src/testing/recount-topics.ts';
import { countFound, knownEpisodes, writeTopicContent } from '../src/testing/topic-content.ts';

/** The example archive with its interface in Arabic, where every page is the other way round, and in English. */
interface Site {
  out: string;
  pages: Map<string, string>;
  archive: Archive;
}
const sites: Record<string, Site> = {};
const languages = ['en', 'ar'] as const;

let plain: PlainArchive;
let counted: readonly CountedEpisode[];
let about: ReadonlyMap<string, readonly FoundAbout[]>;

beforeAll(async () => {
  for (const language of languages) {
    const { content, out } = await builtOnce(`topics-${language}`, (empty) =>
      writeTopicContent(empty, language),
    );
    if (language === 'en') plain = readPlainArchive(content);
    const archive = (await loadArchive(content)).archive!;
    sites[language] = { out, pages: await readPages(out), archive };
  }
  counted = recountAll(plain);
  const known = knownEpisodes(plain, sites['en']!.archive);
  about = new Map(plain.topics.map((topic) => [topic.id, findAbout(topic, known)]));
});

const page = (address: string): string => sites['en']!.pages.get(`${address}index.html`)!;
const words = wordsOf('en');
const formats = formatsOf('en');
const shown = (count: number): string | undefined =>
  count > 0 ? formats.number(count) : undefined;
const nameOf = (id: string): string => plain.speakers.find((one) => one.id === id)?.name ?? id;
const topicName = (id: string): string => plain.topics.find((one) => one.id === id)!.name;

describe('the figures on every show’s page', () => {
  it('are those of a plain recount of the files', () => {
    for (const id of plain.shows) {
      const html = page(`shows/${id}/`);
      const terms = termsOf(html);
      const again = recountShow(id, counted);
      const [episodes, quotes, spoken] = again.counts;
      const speaking = again.speakers.filter(([, counts]) => (counts as readonly number[])[1]! > 0);
      expect(
        ['Episodes', 'Quotes', 'Words', 'Speakers'].map((name) => terms[name]),
        id,
      ).toEqual([episodes, quotes, spoken, speaking.length].map(shown));
      const [seconds, timed] = again.time!;
      expect(terms['Speaking time'], id).toMatch(
        `${formats.duration(seconds)} ${timed === quotes ? 'of all quotes' : `of ${timed} of ${quotes} quotes`}`,
      );
      const rows = sharesOf(sectionOf(html, 'speakers')).map(({ name, value }) => [name, value]);
      expect(rows.slice(0, speaking.length), id).toEqual(
        speaking.map(([who, counts, share]) => [
          nameOf(String(who)),
          `${words.countWords((counts as readonly number[])[2]!)} · ${formats.percent(Number(share))}`,
        ]),
      );
      const byTime = speaking
        .flatMap(([who, , , time]) => {
          const own = (time as [number, number] | undefined)?.[0] ?? 0;
          return own > 0 ? [{ who: nameOf(String(who)), own }] : [];
        })
        .map(({ who, own }) => [
          who,
          `${formats.duration(own)} · ${formats.percent(own / seconds)}`,
        ]);
      expect(rows.slice(speaking.length).toSorted(), id).toEqual(byTime.toSorted());
      const [, , unnamed] = again.anonymous;
      if (unnamed! > 0)
        expect(textOf(html), id).toContain(
          `Voices without a name: ${words.countWords(unnamed!)}, ${formats.percent(unnamed! / spoken)}.`,
        );
      expect(
        sharesOf(sectionOf(html, 'topics')).map(({ name, value }) => [name, value]),
        id,
      ).toEqual(
        recountTopicsOfShow(id, about).map(([topic, [, own]]) => [
          topicName(topic),
          words.countQuotes(own),
        ]),
      );
      const own = plain.episodes.filter(({ show }) => show === id);
      expect([...sectionOf(html, 'episodes').matchAll(/<li>/g)].length, id).toBe(own.length);
      const dates = own.flatMap(({ date }) => date ?? []).sort();
      expect(terms['First'], id).toContain(formats.date(dates[0]!));
      expect(terms['Latest'], id).toContain(formats.date(dates.at(-1)!));
      const spokenIn = Map.groupBy(own, ({ language }) => language);
      if (spokenIn.size === 1) expect(terms['Languages'], id).toBeUndefined();
      else
        for (const [language, some] of spokenIn)
          expect(terms['Languages'], id).toContain(
            `${formats.languageName(language)} ${some.length}`,
          );
    }
  });

  it('are what the search finds at the addresses they link to', async () => {
    const scan = await Scan.of(sites['en']!.archive);
    for (const id of plain.shows) {
      const html = page(`shows/${id}/`);
      for (const { value, found: address } of sharesOf(sectionOf(html, 'topics')))
        expect(words.countQuotes((await countFound(scan, address!)).quotes), address).toBe(value);
      for (const { value, found: address } of sharesOf(sectionOf(html, 'speakers'))) {
        if (!/words/.test(value)) continue;
        expect(value, address).toContain(
          words.countWords((await countFound(scan, address!)).words),
        );
      }
    }
  });
});

describe('the figures on every episode’s page', () => {
  it('are those of a plain recount of the files', () => {
    const { archive } = sites['en']!;
    for (const one of counted) {
      const { key } = archive.episodes.find(({ path: own }) => own === one.episode.path)!;
      const html = page(`episodes/${key}/`);
      const again = recountStrip(one);
      const isTimed = (again.time?.[1] ?? 0) * 2 >= one.episode.quotes.length;
      const cast = /<table class="cast">.*?<\/table>/s.exec(html)![0];
      const expected = again.parts.map(([who, counts, share, time]) => {
        const [, quotes] = counts as readonly number[];
        const seconds = (time as [number, number] | undefined)?.[0];
        const name = String(who).startsWith('?') ? String(who).slice(1) : nameOf(String(who));
        return [
          [name, one.episode.roles[String(who)] ?? ''].join(' ').trim(),
          quotes! > 0 ? formats.percent(Number(share)) : '',
          ...(isTimed
            ? [seconds === undefined ? '' : formats.percent(seconds / again.time![0])]
            : []),
          quotes! > 0 ? `${formats.number(quotes!)} ↓` : '',
        ];
      });
      expect(
        rowsOf(cast).map(({ cells }) => cells),
        key,
      ).toEqual(expected);

      const falls = recountTopicsOfEpisode(one.episode.path, about);
      const listed = [
        ...html.matchAll(
          /<bdi>([^<]*)<\/bdi>\s*<\/a>\s*<a class="jump" href="#(q\w+)"[^>]*>\s*(\d+)/g,
        ),
      ].map(([, name, id, count]) => [textOf(name!), id, Number(count)]);
      expect(listed.toSorted(), key).toEqual(
        falls.map(([topic, ids]) => [topicName(topic), ids[0], ids.length]).toSorted(),
      );

      const longest = recountLongest([one]);
      const said = longest.map(
        ([own, seconds]) =>
          words.countWords(own!) + (seconds === undefined ? '' : ` · ${formats.duration(seconds)}`),
      );
      const turn = termsOf(html)['Longest turn']!;
      expect(
        said.some((text) => turn.endsWith(text)),
        `${key}: ${turn}`,
      ).toBe(true);
    }
  });
});

const built = { languages, siteOf: (language: string) => sites[language]! };
testPages(built, /^(?:shows|episodes)\//);

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  const templates = [
    'shows/low-water/',
    'shows/lantern-lectures/',
    'episodes/star-and-lead/',
    'episodes/tiankong-yu-nini/',
  ];
  const served = serveSites(built);

  testAccess(built, served, templates);

  testWidths(built, served, [...templates, 'episodes/the-hole-in-the-wall/']);
});
