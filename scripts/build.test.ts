import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSite } from '../src/build/site.ts';
import { restoreSite } from '../src/build/swap.ts';
import { build, finish, runScript, startBuild } from '../src/testing/build.ts';
import { builtHere } from '../src/testing/built-once.ts';

let folder: string;
/** A small archive and its site, which are only read. */
let small: string;
let smallSite: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'build-'));
  small = await writeArchive('small', 'The new words.');
  smallSite = path.join(folder, 'small-site');
  // What a killed build leaves behind. No process has this number: it is above what systems give.
  await mkdir(path.join(folder, '.small-site-99999999'));
  await build(small, smallSite);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The smallest archive; `word` is what its one speaker says. */
async function writeArchive(name: string, word: string): Promise<string> {
  const content = path.join(folder, name);
  const files: Record<string, string> = {
    'archive.yaml': 'title: Harbour\nurl: https://example.org/harbour/\n',
    'shows/talk.md': '---\ntitle: Talk\n---\n',
    'speakers/jo-field.md': '---\nname: Jo Field\n---\n',
    'episodes/talk/tides.md': `---\ntitle: Tides\n---\n\n**Jo Field:** ${word}\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(content, file)), { recursive: true });
    await writeFile(path.join(content, file), text);
  }
  return content;
}

/** Every file of a site and what is in it. */
async function contentsOf(out: string): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const file of await listSite(out)) {
    contents.set(file.path, (await readFile(path.join(out, file.path))).toString('base64'));
  }
  return contents;
}

const pageOf = (out: string): Promise<string> =>
  readFile(path.join(out, 'episodes/tides/index.html'), 'utf8');

describe('a build', () => {
  it('gives the same bytes in another folder and another time zone', async () => {
    // A copy of the whole project, so that nothing of its path gets into the site.
    const copy = path.join(folder, 'somewhere', 'else');
    await mkdir(copy, { recursive: true });
    for (const name of [
      'package.json',
      'tsconfig.json',
      'astro.config.mjs',
      'src',
      'scripts',
      'public',
      'content',
      // Documentation on the site is made of them.
      '.github',
      'CONTRIBUTING.md',
    ]) {
      await cp(path.resolve(name), path.join(copy, name), { recursive: true });
    }
    await symlink(path.resolve('node_modules'), path.join(copy, 'node_modules'));
    const here = await builtHere();
    const { spawn } = await import('node:child_process');
    const { code, output } = await finish(
      spawn(process.execPath, ['scripts/build.ts'], {
        cwd: copy,
        env: {
          ...process.env,
          TZ: 'America/Los_Angeles',
          ARCHIVE_CONTENT: '',
          ARCHIVE_OUT: path.join(folder, 'there'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    expect(code, output).toBe(0);
    const [first, second] = [
      await contentsOf(here.out),
      await contentsOf(path.join(folder, 'there')),
    ];
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(
      [...first].filter(([file, bytes]) => second.get(file) !== bytes).map(([file]) => file),
    ).toEqual([]);
  });

  it('that fails says every problem, ends with 1, and leaves the old site whole', async () => {
    const content = await writeArchive('failing', 'Nobody wrote them down.');
    const out = path.join(folder, 'failing-site');
    await cp(smallSite, out, { recursive: true });
    const before = await contentsOf(out);
    await writeFile(
      path.join(content, 'episodes/talk/second.md'),
      '---\ndate: 2024-13-45\n---\n\n**Ann Reed:** Secret words.\n',
    );
    const { code, output } = await finish(startBuild(content, out, { NO_COLOR: '1' }));
    expect(code).toBe(1);
    expect(output).toContain('missing-field');
    expect(output).toContain('unknown-label');
    expect(output).toContain('2:1  error  Unexpected `2024-13-45` for `date`');
    expect(output).toContain('3 errors: nothing was built, the site is as it was.');
    expect(await contentsOf(out)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith('.failing-site'))).toEqual([]);
  });

  it('that is killed at any moment leaves the old site or the new one', async () => {
    const old = await writeArchive('old', 'The old words.');
    const out = path.join(folder, 'killed');
    await build(old, out);
    const oldSite = await contentsOf(out);
    const newSite = await contentsOf(smallSite);
    const keptSite = path.join(folder, 'kept');
    await cp(out, keptSite, { recursive: true });
    // At these times it starts and renders; once it says that there is an index, it puts the new site in place.
    for (const moment of [50, 900, 1800, 2500, 'index', 'index'] as const) {
      const child = startBuild(small, out);
      const done = finish(child);
      await (typeof moment === 'number'
        ? new Promise((resolve) => setTimeout(resolve, moment))
        : new Promise<void>((resolve) => {
            child.stdout!.on('data', (said) => String(said).includes(moment) && resolve());
          }));
      child.kill('SIGKILL');
      await done;
      await restoreSite(out);
      const site = await contentsOf(out);
      const isNew = (await pageOf(out)).includes('The new words.');
      expect(site, `killed at ${moment}`).toEqual(isNew ? newSite : oldSite);
      if (!isNew) continue;
      await rm(out, { recursive: true });
      await cp(keptSite, out, { recursive: true });
    }
  });

  it('clears away what killed builds left behind', async () => {
    const left = (await readdir(folder)).filter((name) => name.startsWith('.small-site'));
    expect(left).toEqual([]);
  });

  it('is brought back by the next command when it was killed between its two renames', async () => {
    const out = path.join(folder, 'moved');
    await cp(smallSite, path.join(folder, '.moved-old-99999999'), { recursive: true });
    expect(existsSync(out)).toBe(false);
    const { code } = await runScript('doctor', [], { ARCHIVE_CONTENT: small, ARCHIVE_OUT: out });
    expect(code).toBe(0);
    expect(await pageOf(out)).toContain('The new words.');
  });

  it('honours the base path in every address', async () => {
    const page = await pageOf(smallSite);
    const own = [...page.matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)].map((match) => match[1]!);
    expect(own.filter((address) => !address.startsWith('/harbour/'))).toEqual([]);
    expect(page).toContain(
      '<link rel="canonical" href="https://example.org/harbour/episodes/tides/">',
    );
    expect(await readFile(path.join(smallSite, 'robots.txt'), 'utf8')).toContain(
      'https://example.org/harbour/sitemap-index.xml',
    );
  });
});

describe('commands', () => {
  it.each(['build', 'check', 'doctor', 'import', 'preview', 'bench'])(
    '%s explains itself',
    async (script) => {
      const { code, output } = await runScript(script, ['--help']);
      expect(code).toBe(0);
      expect(output).toMatch(new RegExp(`^Usage: npm run ${script} --`));
    },
  );

  it('doctor refuses a site that its host would not take', async () => {
    const content = await writeArchive('large', 'Words.');
    const out = path.join(folder, 'large-site');
    await cp(smallSite, out, { recursive: true });
    await writeFile(
      path.join(content, 'archive.yaml'),
      'title: Harbour\nurl: https://example.org/harbour/\nhost: cloudflare-pages\n',
    );
    await writeFile(path.join(out, 'large.bin'), new Uint8Array(26 * 1024 * 1024));
    const { code, output } = await runScript('doctor', [], {
      ARCHIVE_CONTENT: content,
      ARCHIVE_OUT: out,
    });
    expect(code).toBe(1);
    expect(output).toMatch(
      /over {2}27,262,976 bytes in the largest file, of 26,214,400, 104 % \(large\.bin\)/,
    );
  });
});
