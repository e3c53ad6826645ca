import { enableCompileCache } from 'node:module';

/**
 * What commands have in common is compiled once, not each time: `node --import ./src/commands/compile-cache.ts …`.
 * Where the folder cannot be written, everything goes as without it.
 */
enableCompileCache('node_modules/.cache/compiled');
