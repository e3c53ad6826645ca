import { parseJson } from './json.ts';
import { isObject, objectsOf, textOf } from './speech-json.ts';

/** Who stands behind the codes of a mission's logs. */
export interface Crew {
  /** The name of whoever had the code at that time, in seconds since launch; the code where nobody is known. */
  nameOf(code: string, seconds: number): string;
  /** What named people were there, by name. */
  readonly positions: ReadonlyMap<string, string>;
}

const stamp = /^(-?)(\d{1,3}):(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)$/;

/** Days, hours, minutes and seconds since launch, as seconds; before launch with a minus. `undefined`: no such time. */
export function parseLaunchTime(text: string): number | undefined {
  const match = stamp.exec(text);
  if (!match) return undefined;
  const [, sign, days, hours, minutes, rest] = match;
  const size = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return sign === '-' ? -size : size;
}

/**
 * The `speakers.json` of a mission: a name for each code, and shifts where several people sat at one desk, one
 * after another. `undefined` where it is no such file.
 *
 * As in https://github.com/Spacelog/Spacelog
 *
 * parseCrew('{ "CDR": { "name": "Jo Field" } }')?.nameOf('CDR', 12) // => 'Jo Field'
 */
export function parseCrew(text: string): Crew | undefined {
  const { data } = parseJson(text, 'speakers.json');
  if (!isObject(data)) return undefined;
  const names = new Map<string, string>();
  const shifts = new Map<string, { speaker: string; from: number }[]>();
  const positions = new Map<string, string>();
  for (const [code, entry] of Object.entries(data)) {
    const name = isObject(entry) ? textOf(entry['name'])?.trim() : undefined;
    if (!isObject(entry) || !name) return undefined;
    names.set(code, name);
    const position = textOf(entry['position'])?.trim();
    if (position) positions.set(name, position);
    const held = objectsOf(entry['held_by']).flatMap((shift) => {
      const speaker = textOf(shift['speaker']);
      const from = parseLaunchTime(textOf(shift['from']) ?? '');
      return speaker === undefined || from === undefined ? [] : [{ speaker, from }];
    });
    shifts.set(
      code,
      held.sort((a, b) => a.from - b.from),
    );
  }
  return {
    nameOf(code, seconds) {
      const holder = shifts.get(code)?.findLast(({ from }) => from <= seconds)?.speaker;
      return names.get(holder ?? code) ?? names.get(code) ?? code;
    },
    positions,
  };
}
