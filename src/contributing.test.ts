import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportPattern } from './archive/forge.ts';

/** What the host reads of this repository, and says nothing of when it is wrong: a broken form is not shown. */
const folder = '.github/ISSUE_TEMPLATE';

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>> & {
    readonly label?: string;
    readonly options?: readonly (string | { label: string; required?: boolean })[];
  };
  readonly validations?: { readonly required?: boolean };
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly title?: string;
  readonly labels?: readonly string[];
  readonly body: readonly Field[];
}

/** What each kind of field may say. https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const attributes: Readonly<Record<string, readonly string[]>> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  dropdown: ['label', 'description', 'multiple', 'options', 'default'],
  checkboxes: ['label', 'description', 'options'],
};

const forms = globSync('*.yml', { cwd: folder })
  .filter((file) => file !== 'config.yml')
  .sort()
  .map((file) => ({ file, form: parse(readFileSync(path.join(folder, file), 'utf8')) as Form }));

it('There is a form for each thing that people come for', () => {
  expect(forms.map(({ file }) => file)).toEqual([
    'add-a-transcript.yml',
    'ask-for-removal.yml',
    'correct-a-quote.yml',
    'name-a-speaker.yml',
  ]);
});

describe.each(forms)('the form $file', ({ form }) => {
  it('has a name, says what it is for, and nothing that the host does not know', () => {
    expect(
      Object.keys(form).filter(
        (key) => !['name', 'description', 'title', 'labels', 'body'].includes(key),
      ),
    ).toEqual([]);
    expect(form.name).toMatch(/^[A-Z].{5,}/);
    expect(form.description).toMatch(/\.$/);
  });

  it('has fields of known kinds, with a label and an id of their own', () => {
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes: given, validations } of form.body) {
      expect(Object.keys(attributes)).toContain(type);
      for (const name of Object.keys(given)) expect(attributes[type]).toContain(name);
      if (type === 'markdown') {
        expect(given['value']).toMatch(/\w/);
        continue;
      }
      expect(id).toMatch(/^[a-z]+$/);
      expect(given.label).toMatch(/\w/);
      if (type === 'dropdown') expect(new Set(given.options).size).toBe(given.options!.length);
      // The host takes such a line for checkboxes only beside each box.
      if (type === 'checkboxes') expect(validations).toBeUndefined();
    }
    expect(form.body.some(({ type }) => type !== 'markdown')).toBe(true);
  });
});

it('The address that reports a mistake names a form and fields of it', () => {
  const pattern = reportPattern({
    repository: 'https://github.com/example/archive',
    branch: 'main',
    contentPath: 'content',
  })!;
  const { searchParams } = new URL(pattern);
  const form = forms.find(({ file }) => file === searchParams.get('template'))!.form;
  const ids = form.body.flatMap(({ id }) => id ?? []);
  for (const name of searchParams.keys()) if (name !== 'template') expect(ids).toContain(name);
});

it('Whoever must be asked is asked for files that there are', () => {
  const rows = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split(/\s+/));
  expect(rows.length).toBeGreaterThan(5);
  for (const [file, ...owners] of rows) {
    // An archive that begins has no essays and no history yet.
    if (!file!.startsWith('/content/')) expect(existsSync(`.${file}`), file).toBe(true);
    for (const owner of owners) expect(owner).toMatch(/^@[\w-]+(?:\/[\w-]+)?$/);
  }
});

it.each(['CONTRIBUTING.md', '.github/pull_request_template.md', ...globSync('.github/docs/*.md')])(
  'Links in %s lead to files that there are',
  (file) => {
    const text = readFileSync(file, 'utf8');
    for (const [, target] of text.matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)(?:#[^)]*)?\)/g))
      expect(existsSync(path.join(path.dirname(file), target!)), target).toBe(true);
  },
);
