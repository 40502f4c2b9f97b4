import { writeFileSync } from 'node:fs';

// Loaded with `--import` into a process that is measured: at its exit it tells its peak of resident memory, in KiB.
process.on('exit', () => writeFileSync(process.env.DEAL_BENCH_REPORT, String(process.resourceUsage().maxRSS)));
