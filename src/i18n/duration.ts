/**
 * Writes how long something takes as a locale does: hours and minutes, minutes, or seconds, rounded.
 *
 * formatDuration('en')(8075) // => '2 hr 15 min'
 */
export function formatDuration(locale: string): (seconds: number) => string {
  const [hours, minutes, seconds] = ['hour', 'minute', 'second'].map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
  );
  return (length) => {
    if (length < 59.5) return seconds!.format(Math.round(length));
    const whole = Math.round(length / 60);
    const [full, rest] = [Math.floor(whole / 60), whole % 60];
    return [
      ...(full > 0 ? [hours!.format(full)] : []),
      ...(rest > 0 || full === 0 ? [minutes!.format(rest)] : []),
    ].join(' ');
  };
}
