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
console.log(
  `\nThese are the findings of a demonstration: \`deal check ${example}\` itself ends with exit code ${status}, \`npm start\` with 0.`,
);
