import type { Node, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { serializeProse } from './prose.ts';

export interface EssayOptions {
  readonly file: string;
  /** The line of the file on which the body starts. */
  readonly firstLine: number;
  /** The site's base path, for links to the archive itself. */
  readonly base: string;
}

/**
 * The text of a collection, which is MDX, as safe HTML. Nothing in it runs: it is read, and what would run
 * (components, expressions, `import`, `export`) is an error. What is left means the same in Markdown.
 *
 * parseEssay('She keeps *tables*.', { file: 'a.mdx', firstLine: 1, base: '/' }) // =>
 * { html: '<p>She keeps <em>tables</em>.</p>', problems: [] }
 */
export function parseEssay(
  body: string,
  { file, firstLine, base }: EssayOptions,
): { html: string; problems: Problem[] } {
  const at = (place: Place): Place => ({ ...place, line: place.line + firstLine - 1 });
  let tree: Root;
  try {
    tree = mdxToMdast(body, { features: { frontmatter: false } }) as Root;
  } catch (error) {
    return { html: '', problems: [notMdx(file, String((error as Error).message), at)] };
  }
  const problems: Problem[] = [];
  visit(tree, (node: Node) => {
    const found = programs[node.type];
    if (!found) return;
    const place = node.position?.start ?? { line: 1, column: 1 };
    problems.push({
      rule: 'no-components',
      severity: 'error',
      file,
      place: at({ line: place.line, column: place.column }),
      message: `Unexpected ${found.what(node)}, expected text in Markdown: components in collections are not available yet`,
      mend: found.mend,
    });
  });
  return { html: problems.length > 0 ? '' : serializeProse(tree, base), problems };
}

interface Program {
  readonly what: (node: Node) => string;
  readonly mend: string;
}

const element: Program = {
  what: (node) => `\`<${(node as { name?: string | null }).name ?? ''}>\``,
  mend: 'Take it out. A sign that is meant as such is typed `\\<`.',
};
const expression: Program = {
  what: () => '`{…}`',
  mend: 'Take it out. A brace that is meant as such is typed `\\{`.',
};

/** What of MDX is no text, by the type of its node. */
const programs: Readonly<Record<string, Program>> = {
  mdxJsxFlowElement: element,
  mdxJsxTextElement: element,
  mdxFlowExpression: expression,
  mdxTextExpression: expression,
  mdxjsEsm: {
    what: (node) => `\`${/^\w+/.exec((node as { value?: string }).value ?? '')?.[0] ?? ''}\``,
    mend: 'Take the line out. A sentence may not begin with this word.',
  },
};

/** `1:6: Unexpected … (mdx-jsx:unexpected-character)` as a problem. */
function notMdx(file: string, message: string, at: (place: Place) => Place): Problem {
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const told = rest.replace(/ \((?:note: |mdx[\w-]*:|\d+:\d+\)).*$/s, '');
  return {
    rule: 'mdx',
    severity: 'error',
    file,
    place: at({ line: Number(line), column: Number(column) }),
    message: told.startsWith('Unexpected') ? told : `Unexpected text, ${told.replace(/^E/, 'e')}`,
    mend: 'A sign that is meant as such is typed with a backslash: `\\<`, `\\{`. A link is `[words](https://…)`.',
  };
}
