import { dealCommand, install, root, run } from './setup.mjs';

// `npm start`: everything from a fresh clone to the findings of the example portfolio.
process.chdir(root);
if (!install()) process.exit(1);
const build = run(process.execPath, ['esbuild.mjs']);
if (build.status !== 0) {
  console.error(build.output);
  process.exit(1);
}
const example = 'examples/ai-cloud';
console.log(`deal check ${example}\n`);
const { status } = run(process.execPath, [dealCommand, 'check', example], { show: true });
if (status > 1) process.exit(status);
if (status === 1) {
  console.log(
    '\nFindings are what this demonstration is for: `deal check` itself ends with exit code 1, `npm start` with 0.',
  );
}
