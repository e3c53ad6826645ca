import type { BrowserContext } from 'playwright-core';

const samplesPerSecond = 8000;

/** A recording of so many seconds in which one hears nothing, as a WAV file: one channel, eight bits a sample. */
export function silence(seconds: number): Buffer {
  const samples = Buffer.alloc(seconds * samplesPerSecond, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Answers for the host of a recording as hosts of recordings do: with the piece that is asked for. */
export async function serveRecording(
  context: BrowserContext,
  address: string,
  recording: Buffer,
): Promise<void> {
  await context.route(address, async (route) => {
    const [, first = '0', last] =
      /^bytes=(\d+)-(\d*)/.exec(route.request().headers()['range'] ?? '') ?? [];
    const start = Number(first);
    const end = last ? Number(last) + 1 : recording.length;
    await route.fulfill({
      status: 206,
      contentType: 'audio/wav',
      headers: {
        'accept-ranges': 'bytes',
        'content-range': `bytes ${start}-${end - 1}/${recording.length}`,
      },
      body: recording.subarray(start, end),
    });
  });
}
