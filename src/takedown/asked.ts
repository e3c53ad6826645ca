import { quoteIdPattern } from '../archive/id.ts';
import type { QuoteId } from '../archive/model.ts';

/** What a keeper typed. */
export interface Asked {
  readonly id: QuoteId;
  /** Shown for ever. */
  readonly reason: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Only this earlier wording. */
  readonly revision?: number;
}

/** What is wrong with it, and what to type; undefined when nothing is. */
export function refuseAsked({ id, reason, date, revision }: Asked): string | undefined {
  if (!quoteIdPattern.test(id))
    return `Unexpected id \`${id}\`, expected \`q\` and eight characters, or a permalink: npm run takedown -- q7k2m9xqp --reason "At the request of the speaker."`;
  if (reason === '' || /[\r\n]/.test(reason))
    return 'Unexpected reason, expected one line that may be read for ever: --reason "At the request of the speaker."';
  if (revision !== undefined && !(Number.isInteger(revision) && revision > 0))
    return `Unexpected revision \`${revision}\`, expected the number of an earlier one: --revision 1`;
  if (date === '')
    return 'Unexpected content without a commit, expected one that tells the day. Type the day: --date 2026-05-01';
  if (!isDay(date)) return `Unexpected day \`${date}\`, expected one as 2026-05-01.`;
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
