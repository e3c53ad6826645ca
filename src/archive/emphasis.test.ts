import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';
import { emphasisOf } from './emphasis.ts';

const kind = (before: string, after: string, names?: readonly string[]): string =>
  emphasisOf(difference(before, after), names);

describe('emphasisOf', () => {
  it.each([
    ['', '', 'punctuation'],
    ['The same.', 'The same.', 'punctuation'],
    ['yes we wrote', 'Yes, we wrote.', 'punctuation'],
    ['the café', 'the cafe', 'punctuation'],
    ['It is late.', 'It is not late.', 'negation'],
    ['We can do it.', 'We can’t do it.', 'negation'],
    ['It is not late.', 'It isn’t late.', 'words'],
    ['Not the harbour but the town pays.', 'The harbour but not the town pays.', 'negation'],
    ['12 boats', '21 boats', 'number'],
    ['twelve boats', 'thirteen boats', 'number'],
    ['1,200 boats', '1200 boats', 'words'],
    ['it costs 3.5 coins', 'it costs 35 coins', 'number'],
    ['we met Jo there', 'we met Joan there', 'name'],
    ['Jo was there', 'Joan was there', 'words'],
    ['we met jo there', 'we met joan there', 'words'],
    ['a small boat', 'a tiny boat', 'words'],
    ['Der Hafen war leer.', 'Der Hafen war nie leer.', 'negation'],
    ['Es waren dreiundzwanzig Boote.', 'Es waren zweiunddreißig Boote.', 'number'],
    ['Das Boot lag auf dem Sand.', 'Das Schiff lag auf dem Sand.', 'words'],
    ['Il a vu le port.', 'Il n’a pas vu le port.', 'negation'],
    ['Vimos el puerto.', 'No vimos el puerto.', 'negation'],
    ['كتبها أحد في الميناء', 'ولم يكتبها أحد في الميناء', 'negation'],
    ['رأينا ثلاثة قوارب', 'رأينا خمسة قوارب', 'number'],
    ['רשמו את הגאות', 'לא רשמו את הגאות', 'negation'],
    ['有人记下来。', '没有人记下来。', 'negation'],
    ['三条船', '五条船', 'number'],
    ['潮水很大', '潮水很小', 'words'],
    ['潮は早いです', '潮は早くないです', 'negation'],
    ['港に行きます', '港に行きません', 'negation'],
  ])('%j → %j is a change of %s', (before, after, is) => {
    expect(kind(before, after)).toBe(is);
  });

  it('knows names that it is given, in any place and script', () => {
    expect(kind('Jo was there', 'Joan was there', ['Jo Field'])).toBe('name');
    expect(
      kind('Wir sahen Jo dort und das war es', 'Wir sahen Ida dort und das war es', ['Ida']),
    ).toBe('name');
    expect(kind('رأينا هدى هناك', 'رأينا ندى هناك', ['هدى'])).toBe('name');
  });

  it('says the most serious of several', () => {
    expect(kind('we met Jo at two', 'we never met Joan at three')).toBe('negation');
    expect(kind('we met Jo at two, yes', 'we met Joan at three. Yes')).toBe('number');
  });
});
