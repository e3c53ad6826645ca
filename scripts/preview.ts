import { preview } from 'astro';
import { Command } from 'commander';
import { restoreSite } from '../src/build/swap.ts';
import { outFolder } from '../src/store/out.ts';

const program = new Command('npm run preview --')
  .description('Serves the built site on this machine, as a static host would.')
  .option('--port <number>', 'the port', '4321')
  .option('--host <address>', 'the address to listen on', 'localhost')
  .parse();

const { port, host } = program.opts<{ port: string; host: string }>();
await restoreSite(outFolder());
await preview({ outDir: outFolder(), server: { port: Number(port), host }, logLevel: 'info' });
