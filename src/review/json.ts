import { z } from 'astro/zod';
import type { ChangeReport } from '../archive/change-report.ts';
import type { Archive, ArchiveFacts } from '../archive/model.ts';
import { brief, sortProblems, type Problem } from '../archive/problem.ts';
import { summarize } from './phrase.ts';
import { helpAddress } from './rule.ts';

const count = z.int().min(0);

const problem = z.strictObject({
  rule: z.string().describe('The permanent name of the rule.'),
  severity: z.enum(['error', 'warning']).describe('An error stops a build; a warning does not.'),
  file: z.string().describe('The file, from the folder in which the check was started.'),
  line: count.min(1).describe('Counts from 1.'),
  column: count.min(1).describe('Counts from 1, in UTF-16 units.'),
  message: z.string().describe('What is wrong, on one line.'),
  mend: z.string().describe('What to do about it; may have several lines.'),
  help: z.url().optional().describe('Where the rule is explained, if the site has documentation.'),
});

const report = z.strictObject({
  version: z.literal(1).describe('Of this form. What a later version adds stands in new fields.'),
  errors: count,
  warnings: count,
  archive: z
    .strictObject({
      episodes: count,
      quotes: count,
      words: count,
      speakers: count,
      topics: count,
    })
    .optional()
    .describe('What was read. Absent with an error, and where only a part was read.'),
  problems: z.array(problem).describe('By file, line, column and rule.'),
  change: z
    .strictObject({
      summary: z.string().describe('What the change does, in a few sentences.'),
      quotes: z.record(z.string(), count).describe('Published quotes by what becomes of them.'),
      episodes: z.array(
        z.strictObject({
          kind: z.string().describe('`new`, `changed`, `withdrawn` or `returned`.'),
          path: z.string().describe('Inside the content folder.'),
          key: z.string(),
          quotes: count,
        }),
      ),
    })
    .optional()
    .describe('With --base: what the change does to published quotes.'),
});

/** The JSON Schema of what `check --format json` prints. */
export const checkSchema = (): object =>
  z.toJSONSchema(report.meta({ title: 'What npm run check says' }));

/** Whether a value is what `check --format json` prints; throws where it is not. */
export const parseCheckReport = (value: unknown): z.infer<typeof report> => report.parse(value);

/** What is said beside the problems. */
export interface CheckResult {
  readonly facts?: Pick<ArchiveFacts, 'url' | 'docs'> | undefined;
  readonly archive?: Pick<Archive, 'counts' | 'speakers' | 'topics'> | undefined;
  readonly report?: ChangeReport | undefined;
}

/**
 * Problems and a report as JSON, in the form of `public/schemas/check.schema.json`.
 *
 * JSON.parse(serializeCheckJson([], {})) // => { version: 1, errors: 0, warnings: 0, problems: [] }
 */
export function serializeCheckJson(
  problems: readonly Problem[],
  { facts, archive, report: change }: CheckResult,
): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const said: z.infer<typeof report> = {
    version: 1,
    errors,
    warnings: problems.length - errors,
    ...(archive && {
      archive: {
        ...archive.counts,
        speakers: archive.speakers.length,
        topics: archive.topics.length,
      },
    }),
    problems: sortProblems(problems).map(({ rule, severity, file, place, message, mend }) => {
      const help = helpAddress(rule, facts);
      return {
        rule,
        severity,
        file,
        line: place?.line ?? 1,
        column: place?.column ?? 1,
        message: brief(message),
        mend: mend.split('\n').map(brief).join('\n'),
        ...(help !== undefined && { help }),
      };
    }),
    ...(change && {
      change: {
        summary: summarize(change),
        quotes: Object.fromEntries(change.counts),
        episodes: change.episodes.map(({ kind, path, key, quotes }) => ({
          kind,
          path,
          key,
          quotes,
        })),
      },
    }),
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}
