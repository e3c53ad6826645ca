import { describe, expect, it } from 'vitest';
import { jsonSchemas, type Kind } from './facts.ts';
import { fieldsOf } from './field.ts';

const kinds = Object.keys(jsonSchemas()) as Kind[];

describe.each(kinds)('the fields of %s', (kind) => {
  it('all say what they are and what one may type', () => {
    for (const { name, description, takes } of fieldsOf(kind)) {
      expect(description, name).toMatch(/^[A-Z].*\.$/);
      expect(takes, name).toMatch(/^(?:`|an? |words|the )/);
    }
  });

  it('are those that editors know', () => {
    const { properties } = jsonSchemas()[kind] as { properties: object };
    expect(fieldsOf(kind).map(({ name }) => name)).toEqual(Object.keys(properties));
  });
});

it('says what stands for a field that is not there', () => {
  const otherwise = Object.fromEntries(
    fieldsOf('archive').map((field) => [field.name, field.otherwise]),
  );
  expect(otherwise).toMatchObject({ language: 'en', branch: 'main', docs: 'true' });
  expect(otherwise['title']).toBeUndefined();
});
