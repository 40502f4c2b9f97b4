// A page with VS Code in it that runs a suite of tests.

/** What `test/vscode/suite/run-tests.ts` writes before a result. */
const RESULT = 'result of a test in VS Code: ';
/** In milliseconds: a run that has not ended by then hangs. */
const LIMIT = 480_000;

/**
 * @typedef {{ title: string, milliseconds: number, error?: string }} TestResult
 * @param {import('playwright-core').Browser} browser
 * @param {string} address of a workbench with tests
 * @returns {Promise<readonly TestResult[]>} a run that did not come to its end has a failed result that says so
 */
export async function runTestPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const results = [];
  const log = [];
  const note = (text) => {
    const at = text.indexOf(RESULT);
    if (at >= 0) results.push(JSON.parse(text.slice(at + RESULT.length)));
    else log.push(text);
  };
  try {
    const why = await new Promise((resolve, reject) => {
      setTimeout(resolve, LIMIT, 'the tests did not end').unref();
      page.on('crash', () => resolve('the page crashed'));
      page
        .exposeFunction('codeAutomationLog', (_type, words) => note(words.map(String).join(' ')))
        .then(() => page.exposeFunction('codeAutomationExit', () => resolve(undefined)))
        .then(() => page.goto(address))
        .catch(reject);
    });
    const problem = why ?? (results.length === 0 ? 'VS Code ended without a result' : undefined);
    if (problem === undefined) return results;
    return [...results, { title: 'the whole run', milliseconds: 0, error: [problem, ...log.slice(-20)].join('\n') }];
  } finally {
    await context.close();
  }
}
