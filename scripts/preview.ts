import { preview } from 'astro';
import { restoreSite } from '../src/build/swap.ts';
import { previewCommand } from '../src/commands/preview.ts';
import { outFolder } from '../src/store/out.ts';

const program = previewCommand().parse();

const { port, host } = program.opts<{ port: string; host: string }>();
await restoreSite(outFolder());
await preview({ outDir: outFolder(), server: { port: Number(port), host }, logLevel: 'info' });
