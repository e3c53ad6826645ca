import path from 'node:path';

/** Where the site is built: what `ARCHIVE_OUT` names, else `dist`. Absolute. */
export const outFolder = (): string => path.resolve(process.env['ARCHIVE_OUT'] || 'dist');
