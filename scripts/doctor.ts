import { existsSync } from 'node:fs';
import { styleText } from 'node:util';
import { examine, hosts } from '../src/build/host.ts';
import { listSite } from '../src/build/site.ts';
import { restoreSite } from '../src/build/swap.ts';
import { doctorCommand } from '../src/commands/doctor.ts';
import { readArchiveFacts } from '../src/store/facts.ts';
import { outFolder } from '../src/store/out.ts';

doctorCommand().parse();

const out = outFolder();
await restoreSite(out);
if (!existsSync(out)) {
  console.error(`Unexpected missing folder ${out}, expected a built site. Type: npm run build`);
  process.exit(1);
}
const limits = hosts[readArchiveFacts().host];
const findings = examine(await listSite(out), limits);
const names = { files: 'files', bytes: 'bytes in all', fileBytes: 'bytes in the largest file' };
const color = { ok: 'green', near: 'yellow', over: 'red' } as const;

console.log(`Host: ${limits.name}${limits.source && ` (limits: ${limits.source})`}`);
for (const { what, value, limit, verdict, path } of findings) {
  const share =
    limit === undefined
      ? 'no limit stated'
      : `of ${limit.toLocaleString('en')}, ${Math.round((value / limit) * 100)} %`;
  console.log(
    `  ${styleText(color[verdict], verdict.padEnd(4))}  ${value.toLocaleString('en')} ${names[what]}, ${share}${path ? ` (${path})` : ''}`,
  );
}
if (findings.some((finding) => finding.verdict === 'over')) {
  console.log(
    '\nThe host will not take this site. Choose another `host` in archive.yaml, or split the archive: one for each show.',
  );
  process.exitCode = 1;
}
