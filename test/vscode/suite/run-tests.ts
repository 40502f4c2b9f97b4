/// <reference types="mocha" />

export interface TestResult {
  readonly title: string;
  readonly milliseconds: number;
  /** Why it failed. */
  readonly error?: string;
}

/** What the host looks for in the output, followed by a result as JSON. */
export const RESULT = 'result of a test in VS Code: ';

/** Runs what has been declared, and tells the host, which sits in another process, perhaps beyond a browser. */
export function runTests(mocha: Pick<Mocha, 'run'>): Promise<readonly TestResult[]> {
  return new Promise((resolve) => {
    const results: TestResult[] = [];
    const tell = (test: Mocha.Runnable, error?: string): void => {
      const result = { title: test.fullTitle(), milliseconds: test.duration ?? 0, ...(error && { error }) };
      results.push(result);
      console.log(RESULT + JSON.stringify(result));
    };
    const runner = mocha.run(() => resolve(results));
    runner.on('pass', (test) => tell(test));
    runner.on('fail', (test, error: unknown) =>
      tell(test, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    runner.on('pending', (test) => tell(test, 'skipped'));
  });
}
