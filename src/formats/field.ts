import { jsonSchemas, type Kind, schemaOf } from './facts.ts';

/** One field of a file, as documentation shows it. */
export interface Field {
  readonly name: string;
  /** What it is. */
  readonly description: string;
  /** What one may type, in the words of the checker. */
  readonly takes: string;
  /** The values that a list is made of, where there are only so many. */
  readonly among?: readonly string[];
  readonly isRequired: boolean;
  /** What stands for it where nothing is said, as YAML; absent where that is nothing. */
  readonly otherwise?: string;
}

interface Shown {
  readonly properties?: Readonly<
    Record<string, { description?: string; items?: { enum?: readonly string[] } }>
  >;
  readonly required?: readonly string[];
}

/**
 * Every field of a kind of file, in the order of its schema: what the checker takes, what editors show and
 * what the documentation says come from one place.
 *
 * fieldsOf('speaker')[0]
 * // => { name: 'name', description: 'The name as it is shown.', takes: 'words, such as `The tide tables`', isRequired: true }
 */
export function fieldsOf(kind: Kind): readonly Field[] {
  const { properties = {}, required = [] } = jsonSchemas()[kind] as Shown;
  return Object.entries(schemaOf(kind).shape).map(([name, schema]) => {
    const { description = '', items } = properties[name] ?? {};
    // What the checker says of a value that nobody could mean.
    const takes = schema.safeParse(Symbol(name)).error?.issues[0]?.message ?? '';
    const otherwise = inYaml(schema.safeParse(undefined).data);
    return {
      name,
      description,
      takes,
      ...(items?.enum && { among: items.enum }),
      isRequired: required.includes(name),
      ...(otherwise !== undefined && { otherwise }),
    };
  });
}

/** Empty lists, maps and texts say no more than that nothing is said. */
function inYaml(value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${value.join(', ')}]`;
  if (typeof value === 'object') return undefined;
  return String(value);
}
