import { describe, expect, it } from 'vitest';
import { renderProse } from './prose.ts';

const render = (markdown: string, base = '/'): string => renderProse(markdown, { base });

describe('a stranger’s text', () => {
  it.each([
    ['<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    ['A <b onmouseover=alert(1)>b</b>', '<p>A &#x3C;b onmouseover=alert(1)>b&#x3C;/b></p>'],
    ['<img src=x onerror=alert(1)>', '<p>&#x3C;img src=x onerror=alert(1)></p>'],
    [
      '<iframe srcdoc="<script>1</script>"></iframe>',
      '<p>&#x3C;iframe srcdoc="&#x3C;script>1&#x3C;/script>">&#x3C;/iframe></p>',
    ],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](JaVaScRiPt:alert(1))', '<p><a>x</a></p>'],
    ['[x](data:text/html,<script>1</script>)', '<p><a>x</a></p>'],
    ['[x](data:text/html;base64,eA==)', '<p><a>x</a></p>'],
    ['<javascript:alert(1)>', '<p><a>javascript:alert(1)</a></p>'],
    ['[x](java&#x09;script:alert(1))', '<p><a>x</a></p>'],
    ['![x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](vbscript:a "onclick=alert(1)")', '<p><a title="onclick=alert(1)">x</a></p>'],
    ['[x][1]\n\n[1]: javascript:alert(1)', '<p><a>x</a></p>'],
    ['```js onload=alert(1)\nx\n```', '<pre><code class="language-js">x\n</code></pre>'],
    ['> <script>1</script>', '<blockquote>\n<p>&#x3C;script>1&#x3C;/script></p>\n</blockquote>'],
    ['- <!-- gone -->', '<ul>\n<li>&#x3C;!-- gone --></li>\n</ul>'],
  ])('%j is shown as text, and runs nothing', (markdown, html) =>
    expect(render(markdown)).toBe(html),
  );
});

describe('prose', () => {
  it.each([
    [
      'She keeps *tables* and ~~maps~~ `x`.',
      '<p>She keeps <em>tables</em> and <del>maps</del> <code>x</code>.</p>',
    ],
    ['# One\n\n## Two\n\n##### Five', '<h3>One</h3>\n<h4>Two</h4>\n<h6>Five</h6>'],
    [
      '![a boat](https://example.org/b.png)',
      '<p><a href="https://example.org/b.png">a boat</a></p>',
    ],
    [
      '![](https://example.org/b.png)',
      '<p><a href="https://example.org/b.png">https://example.org/b.png</a></p>',
    ],
    [
      '[a](https://example.org) [b](mailto:a@example.org) [c](#q7)',
      '<p><a href="https://example.org">a</a> <a href="mailto:a@example.org">b</a> <a href="#q7">c</a></p>',
    ],
    ['', ''],
    [' \n', ''],
  ])('%j is %j', (markdown, html) => expect(render(markdown)).toBe(html));

  it('links to the archive below its folder', () => {
    expect(
      render(
        '[a](/speakers/jo-field/) [b](//example.org) [c](/\\\\example.org) [d](page.html)',
        '/archive/',
      ),
    ).toBe(
      '<p><a href="/archive/speakers/jo-field/">a</a> <a>b</a> <a href="/archive/%5Cexample.org">c</a> <a>d</a></p>',
    );
  });
});
