import { expect, it } from 'vitest';
import { jsonSchemas } from './facts.ts';

it.each(Object.entries(jsonSchemas()))(
  'publishes the schema of %s as editors read it',
  async (kind, schema) => {
    // Out of date? `npm test -- -u` writes it again.
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      `../../public/schemas/${kind}.schema.json`,
    );
  },
);
