import { loadArchive } from '../store/archive.ts';
import { buildIndex } from '../search/bundle.ts';
import { prepareIndex } from '../search/prepare.ts';

/**
 * One step of making the index, as a process of its own so that it can be measured from outside; prints its
 * seconds without the reading of the archive.
 *
 * node src/bench/index-step.ts prepare <content folder> <records folder>
 * node src/bench/index-step.ts build <records folder> <out folder>
 */
const [step, from = '', to = ''] = process.argv.slice(2);
const archive = step === 'prepare' ? (await loadArchive(from)).archive : undefined;
const start = performance.now();
if (archive) await prepareIndex(archive, to);
else await buildIndex({ recordsFolder: from, outFolder: to });
console.log(((performance.now() - start) / 1000).toFixed(2));
