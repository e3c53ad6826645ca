import { describe, expect, it } from 'vitest';
import { floorOf, kinds, makeScript, serializeScript } from '../testing/edit-script.ts';
import { newTally, replay } from '../testing/replay.ts';
import { bind } from './bind.ts';

/** For each kind; together a thousand scripts, and some. */
const scripts = Math.ceil(1000 / kinds.length);
const tallies = new Map(kinds.map((kind) => [kind, newTally()]));

describe.each(kinds)('after strangers’ edits of the kind %s', (kind) => {
  const tally = tallies.get(kind)!;

  it('never shows an id with words that do not descend from its own, and forgets none', () => {
    for (let seed = 0; seed < scripts; seed++) {
      const script = makeScript(kind, seed);
      replay(script, bind, tally);
      const reports = [...tally.lieReports, ...tally.faultReports].join('\n');
      // The transcript before and after; `npm run bench -- bind --kind … --seed …` shows it again.
      expect(reports, `${reports}\n${serializeScript(script)}`).toBe('');
    }
    expect(tally).toMatchObject({ lies: 0, faults: 0, accounted: tally.edits });
  });

  const floor = floorOf(kind);
  it.runIf(floor !== undefined)('keeps as many citable ids as it should', () => {
    // A sample is smaller than the figure is exact: a few may be lost by chance. `npm run bench -- bind` measures.
    const lost = tally.citable - tally.citableKept;
    const expected = tally.citable * (1 - floor!);
    expect(lost).toBeLessThanOrEqual(expected + 3 * Math.sqrt(expected) + 3);
  });
});
