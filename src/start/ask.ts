import { cancel, confirm, isCancel, select, text } from '@clack/prompts';

/** Whether there is somebody to ask. */
export const canAsk = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/** Words that somebody types; the command ends where they would rather not. */
export async function askText(
  message: string,
  options: { initial?: string; optional?: boolean; isGood?: (value: string) => boolean } = {},
): Promise<string> {
  const { initial, optional, isGood } = options;
  const answer = await text({
    message,
    ...(initial !== undefined && { initialValue: initial }),
    validate: (value = '') => {
      if (value.trim() === '')
        return optional ? undefined : 'Type something, or press Ctrl and C to stop.';
      return isGood && !isGood(value.trim()) ? 'That is not what is asked for.' : undefined;
    },
  });
  return (orStop(answer) ?? '').trim();
}

/** One of several. */
export async function askOne<Value extends string>(
  message: string,
  values: readonly Value[],
): Promise<Value> {
  const options = values.map((value) => ({ value: value as string, label: value }));
  return orStop(await select<string>({ message, options })) as Value;
}

/** Yes or no. */
export const askWhether = async (message: string): Promise<boolean> =>
  orStop(await confirm({ message, initialValue: false }));

function orStop<Value>(answer: Value): Exclude<Value, symbol> {
  if (!isCancel(answer)) return answer as Exclude<Value, symbol>;
  cancel('Stopped. Nothing was written.');
  process.exit(130);
}
