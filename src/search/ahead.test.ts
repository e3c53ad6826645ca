import { describe, expect, it } from 'vitest';
import { loadAhead } from './ahead.ts';

/** Items as how many finds each brings; loading them is answered by hand. */
function shelf(finds: readonly number[], wanted: number, guess = 1) {
  const asked: number[] = [];
  const answers: PromiseWithResolvers<number>[] = [];
  let found = 0;
  const given: number[] = [];
  const loaded = loadAhead(
    [...finds.keys()],
    (item) => {
      asked.push(item);
      answers[item] = Promise.withResolvers<number>();
      return answers[item].promise;
    },
    { expected: () => guess, lacking: () => wanted - found },
  );
  const next = async (): Promise<boolean> => {
    const { value, done } = await loaded.next();
    if (done) return false;
    given.push(value[0]);
    found += value[1];
    return true;
  };
  const answer = (item: number): void => answers[item]!.resolve(finds[item]!);
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return { asked, given, answers, next, answer, settled };
}

describe('loading ahead', () => {
  it('of nothing gives nothing', async () => {
    expect(await shelf([], 5).next()).toBe(false);
  });

  it('asks at once for as much as is wanted, at the guess', async () => {
    const { asked, next, settled } = shelf([1, 1, 1, 1, 1], 3);
    void next();
    await settled();
    expect(asked).toEqual([0, 1, 2]);
    const other = shelf([2, 2, 2, 2], 3, 2);
    void other.next();
    await other.settled();
    expect(other.asked).toEqual([0, 1]);
  });

  it('gives items in their order, whichever comes first', async () => {
    const { given, next, answer, settled } = shelf([1, 1, 1], 3);
    const first = next();
    await settled();
    for (const item of [2, 1, 0]) answer(item);
    await first;
    await next();
    await next();
    expect(given).toEqual([0, 1, 2]);
    expect(await next()).toBe(false);
  });

  it('asks for another when one brought less, without waiting for those between', async () => {
    const { asked, next, answer, settled } = shelf([0, 1, 1, 1], 2);
    const first = next();
    await settled();
    answer(0);
    await first;
    void next();
    await settled();
    expect(asked).toEqual([0, 1, 2]);
  });

  it('asks for no more when enough was found, and goes on when one asks on', async () => {
    const { asked, given, next, answer, settled } = shelf([5, 1, 1], 2, 2);
    const first = next();
    await settled();
    answer(0);
    await first;
    expect(asked).toEqual([0]);
    const second = next();
    await settled();
    expect(asked).toEqual([0, 1]);
    answer(1);
    await second;
    expect(given).toEqual([0, 1]);
  });

  it('fails where an item does, and never behind the back of who stopped before', async () => {
    const { answers, next, answer, settled } = shelf([1, 1, 1], 3);
    const first = next();
    await settled();
    answer(0);
    answers[2]!.reject(new Error('Unexpected answer 404'));
    await first;
    // Had nobody listened to the third, this would end the process.
    await settled();
    const second = next();
    answer(1);
    await second;
    await expect(next()).rejects.toThrow('404');
  });
});
