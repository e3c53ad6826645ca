import { describe, expect, it } from 'vitest';
import { renderGuide } from './guide.ts';

const render = (
  markdown: string,
  addressOf: (link: string) => string | undefined = () => undefined,
) => renderGuide(markdown, { base: '/archive/', addressOf });

describe('a guide', () => {
  it('has its first heading as title and its first sentence as lead', () => {
    expect(render('# The *tides*\n\nThey come. They go.\n\n## Both\n\nTwice.')).toEqual({
      title: 'The tides',
      lead: 'They come.',
      html: '<p>They come. They go.</p>\n<h2 id="both">Both</h2>\n<p>Twice.</p>',
      sections: [{ id: 'both', title: 'Both' }],
    });
  });

  it('leads from file to file as from page to page, and drops what has no page', () => {
    const { html } = render('[a](more.md#tide) [b](gone.md) [c](#here) [d](/docs/x/)', (link) =>
      link === 'more.md#tide' ? '/docs/more/#tide' : undefined,
    );
    expect(html).toBe(
      '<p><a href="/archive/docs/more/#tide">a</a> <a>b</a> <a href="#here">c</a> <a href="/archive/docs/x/">d</a></p>',
    );
  });

  it('tells equal headings apart as GitHub does', () => {
    expect(render('## Tide\n\n## Tide').sections.map(({ id }) => id)).toEqual(['tide', 'tide-1']);
  });

  it('shows HTML as text, and no example looks like an attribute of the page', () => {
    const { html } = render('<script>x</script>\n\n```mdx\n<Quote id="q7k2m9xqp" />\n```');
    expect(html).not.toMatch(/<script| id="q/);
    expect(html).toContain('&lt;Quote id=&quot;q7k2m9xqp&quot; /&gt;');
  });

  it('is empty where nothing is written', () => {
    expect(render('')).toEqual({ title: '', lead: '', html: '', sections: [] });
  });
});
