/**
 * The seconds that a timestamp means: `[hh:]mm:ss[.fff]`, without brackets. A comma may stand for the point.
 * Undefined when the text is no timestamp.
 *
 * parseTimestamp('1:02:03.5') // => 3723.5
 * parseTimestamp('04:33') // => 273
 */
export function parseTimestamp(text: string): number | undefined {
  const match = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,9}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  if (Number(seconds) > 59) return undefined;
  if (hours !== undefined && Number(minutes) > 59) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return fraction === undefined ? whole : Number(`${whole}.${fraction}`);
}

/**
 * The one form in which a transcript states a time: `hh:mm:ss`, with milliseconds where there are any.
 *
 * serializeTimestamp(273) // => '00:04:33'
 */
export function serializeTimestamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const rest = thousandths % 1000;
  const whole = (thousandths - rest) / 1000;
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}

/**
 * A time as readers see it: no leading zero, no fraction.
 *
 * formatTime(273) // => '4:33'
 */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/**
 * A duration for the `datetime` attribute (ISO 8601).
 *
 * serializeDuration(3723) // => 'PT1H2M3S'
 */
export function serializeDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = whole % 60;
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest || !(hours || minutes) ? `${rest}S` : ''}`;
  return `PT${text}`;
}
