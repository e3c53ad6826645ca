import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the formats are read by Node itself, as the commands do it', () => {
  const program = `
    import { detectFormat } from './src/formats/format.ts';
    const file = { path: 'a.vtt', text: 'WEBVTT\\n\\n00:01.000 --> 00:02.000\\n<v Jo>Nobody.' };
    console.log(JSON.stringify(detectFormat(file).read(file)[0].body.cues[0].label));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(output).toBe('"Jo"\n');
});
