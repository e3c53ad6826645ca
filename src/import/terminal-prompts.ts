import { confirm, isCancel, select, text } from '@clack/prompts';
import { visible } from '../review/phrase.ts';
import type { Prompts } from './questions.ts';

/** Somebody pressed Ctrl+C or Escape: nothing is written. */
export class Cancelled extends Error {}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new Cancelled();
  return answer as Exclude<Answer, symbol>;
}

/** Questions in a terminal. Throws `Cancelled` where somebody wants to be asked no more. */
export const terminalPrompts: Prompts = {
  text: async ({ message, initial, example, check }) =>
    answered(
      await text({
        message: visible(message),
        ...(initial !== undefined && { initialValue: initial }),
        ...(example !== undefined && { placeholder: example }),
        ...(check && { validate: (answer: string | undefined) => check(answer ?? '') }),
      }),
    ) ?? '',
  select: async ({ message, choices }) =>
    answered(
      await select({
        message: visible(message),
        options: choices.map(({ value, label }) => ({ value, label: visible(label) })),
        maxItems: 12,
      }),
    ),
  confirm: async (message) => answered(await confirm({ message: visible(message) })),
};
