import { expect, it } from 'vitest';
import { inventedFormats } from '../testing/invented-cues.ts';
import { measureSpeed } from './formats.ts';

it.each(inventedFormats)('invented cues of %s are all read', (format) => {
  const { cues, quotes } = measureSpeed(format, 240);
  // Deepgram’s are single words, which become a cue for each sentence.
  expect(cues).toBe(format === 'deepgram-json' ? 30 : 240);
  expect(quotes).toBeGreaterThan(0);
});
