import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { listSite } from './build/site.ts';
import { openBrowser } from './testing/chromium.ts';
import { serve } from './testing/server.ts';

const out = process.argv[2] ?? '/tmp/pq/out';
const v = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'doctype-style': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'no-redundant-role': 'off', 'tel-non-breaking': 'off' } });
const seen = new Map<string, number>();
for (const { path } of await listSite(out)) {
  if (!path.endsWith('.html') || path.startsWith('q/')) continue;
  const html = await readFile(`${out}/${path}`, 'utf8');
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]!);
  if (new Set(ids).size !== ids.length) console.log('dup id', path);
  const r = await v.validateString(html, path);
  for (const { messages } of r.results) for (const m of messages) { const k = `${m.ruleId} ${m.message}`; if (!seen.has(k)) console.log(path, m.line, k); seen.set(k, (seen.get(k) ?? 0) + 1); }
}
const { url, server } = await serve(out, '/');
const browser = await openBrowser();
const pages = ['episodes/the-pencil-line/#qnkfrsf2m', 'episodes/the-pencil-line/#qc7hd0edg', 'episodes/the-pencil-line/#h-qnkfrsf2m', 'episodes/the-cow/#q9wb186sy', 'episodes/the-cow/#qrwr00001', 'episodes/star-and-lead/#h-qs97949bj', 'quotes/q8m1kq4d4/', 'quotes/q7xhqk2bs/', 'quotes/qkgjn3dgn/', 'episodes/rope-street/#q1cf4ertr', 'speakers/ned-sallow/', 'cite/', 'speakers/mara-quill/'];
for (const scheme of ['light', 'dark'] as const) for (const p of pages) {
  const ctx = await browser.newContext({ colorScheme: scheme });
  const page = await ctx.newPage();
  page.on('console', (m) => { if (/Refused|Policy|error/i.test(m.text())) console.log(p, m.text()); });
  page.on('pageerror', (e) => console.log(p, String(e)));
  await page.goto(url + p);
  await page.evaluate('for (const d of document.querySelectorAll(":target + details, details:has(:target)")) d.open = true');
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const x of violations) console.log(scheme, p, x.id, x.nodes[0]?.html.slice(0, 150));
  await ctx.close();
}
// behaviours
const noJs = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1000, height: 800 } });
for (const p of ['episodes/the-pencil-line/#qc7hd0edg', 'episodes/the-cow/#q9wb186sy', 'episodes/the-cow/#q7xhqk2bs', 'episodes/rope-street/#q4rhnx090']) {
  await noJs.goto('about:blank');
  await noJs.goto(url + p);
  console.log(p, await noJs.locator(':target').boundingBox());
}
const ctx = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1000, height: 800 } });
const page = await ctx.newPage();
page.on('pageerror', (e) => console.log(String(e)));
const clip = () => page.evaluate('navigator.clipboard.readText()');
await page.goto(url + 'episodes/the-pencil-line/#qnkfrsf2m');
await page.locator('.offer button').nth(0).click(); console.log('LINK', await clip());
await page.locator('.offer button').nth(1).click(); console.log('CITE', await clip());
await page.goto(url + 'episodes/the-pencil-line/#qc7hd0edg');
await page.locator('.offer button').nth(1).click(); console.log('ALIAS CITE', await clip());
await page.goto('about:blank');
await page.goto(url + 'episodes/the-pencil-line/');
await page.locator('.turn > p[id]').nth(0).evaluate((e) => e.scrollIntoView()); const b0 = (await page.locator('.turn > p[id]').nth(0).boundingBox())!; const b2 = (await page.locator('.turn > p[id]').nth(2).boundingBox())!;
await page.mouse.move(b0.x + 200, b0.y + 15); await page.mouse.down(); await page.mouse.move(b2.x + 150, b2.y + 15, { steps: 5 }); await page.mouse.up();
await page.waitForTimeout(400);
await page.screenshot({ path: '/tmp/pq/shots/selecting.png' });
await page.keyboard.press('Tab');
console.log('FOCUS', await page.evaluate('document.activeElement.textContent'));
await page.keyboard.press('Enter');
await page.waitForTimeout(200);
console.log('RANGE', await clip(), page.url(), await page.locator('[data-lit]').count());
await page.screenshot({ path: '/tmp/pq/shots/ranged.png' });
await page.reload(); await page.waitForTimeout(200); console.log('lit after reload', await page.locator('[data-lit]').count());
await page.locator('.turn > p[id] > a').nth(6).click(); await page.waitForTimeout(400);
console.log('LEFT', page.url(), await page.locator('[data-lit]').count(), await clip());
await page.locator('a.mark').first().click(); await page.waitForTimeout(200);
console.log('MARK', page.url(), await page.locator('details.history[open]').count());
await page.goto(url + 'episodes/the-holder/#qfpxq0asa'); await page.waitForTimeout(300); console.log('FORWARD', page.url());
await page.goto(url + 'episodes/the-pencil-line/#qnkfrsf2m');
await page.emulateMedia({ media: 'print' }); await page.screenshot({ path: '/tmp/pq/shots/print.png' });
// double-click selection text
await page.emulateMedia({ media: 'screen' });
console.log('SEL', await page.evaluate(`(() => { const p=document.querySelector(':target'); getSelection().selectAllChildren(p); return getSelection().toString() })()`));
await browser.close();
server.close();
