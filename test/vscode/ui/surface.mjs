import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  answer,
  choose,
  languageStatus,
  openFile,
  openWorkbench,
  PATIENCE,
  question,
  runCommand,
  untilReady,
} from './workbench-page.mjs';

// What only a person at the screen sees: the status, the questions, the walkthrough. All of it by keyboard.

const VIEWPORT = { width: 1500, height: 860 };

/** @type {readonly [title: string, test: (page: import('playwright-core').Page, data: string, workspace: string) => Promise<void>][]} */
const TESTS = [
  [
    'the status tells what was found, as of which day, under which reading',
    async (page) => {
      await statusSays(page, 'Conflicts: 0 · disputed: 1 · depends: 0');
      await statusSays(page, 'As of 2026-01-01, from deal.config.json');
      await statusSays(page, 'As written, and under every reading');
    },
  ],
  [
    'Set As-of Date: takes a day, refuses what is none, and can be taken back',
    async (page) => {
      await runCommand(page, 'Deal: Set As-of Date');
      const widget = await question(page, 'As-of Date');
      await widget.locator('input').fill('tomorrow');
      await widget.getByText('Write a day as year-month-day').waitFor();
      await answer(page, 'As-of Date', '2035-01-01');
      await statusSays(page, 'As of 2035-01-01, set for this workspace');
      await problemsSay(page, 'Infos: 1');
      await runCommand(page, 'Deal: Set As-of Date');
      await answer(page, 'As-of Date', '');
      await statusSays(page, 'As of 2026-01-01, from deal.config.json');
      await problemsSay(page, 'Warnings: 1');
    },
  ],
  [
    'Choose Reading: under one reading alone the dispute is a conflict',
    async (page) => {
      await runCommand(page, 'Deal: Choose Reading');
      await choose(page, 'Reading or Scenario', 'As streamline reads it');
      await statusSays(page, 'Conflicts: 1');
      await statusSays(page, 'As streamline reads it');
      await problemsSay(page, 'Errors: 1');
    },
  ],
  [
    'the scenario is still set after the window was reloaded',
    async (page) => {
      await page.reload();
      await untilReady(page);
      await openFile(page, 'vista.deal');
      await statusSays(page, 'As streamline reads it');
      await problemsSay(page, 'Errors: 1');
      await runCommand(page, 'Deal: Choose Reading');
      await choose(page, 'Reading or Scenario', 'As written, and under every reading');
      await problemsSay(page, 'Warnings: 1');
    },
  ],
  [
    'an event can be taken to happen on a day, or never',
    async (page) => {
      await runCommand(page, 'Deal: Choose Reading');
      await choose(page, 'Reading or Scenario', 'premiere');
      await answer(page, 'When does premiere happen?', 'never');
      await statusSays(page, 'premiere never happens');
      await runCommand(page, 'Deal: Choose Reading');
      await choose(page, 'Reading or Scenario', 'premiere');
      await answer(page, 'When does premiere happen?', '');
      await statusSays(page, 'As written, and under every reading', 'premiere');
    },
  ],
  [
    'the passages of a contract are marked, in Markdown, HTML and PDF',
    async (page, _data, workspace) => {
      await openFile(page, 'streamline.md');
      await passageIsMarked(page);
      writeFileSync(`${workspace}/texts/page.html`, `<h1>Supply</h1>\n<p>The <b>Supplier</b> alone may sell.</p>\n`);
      cpSync(
        fileURLToPath(new URL('../../evidence/files/supply.pdf', import.meta.url)),
        `${workspace}/texts/supply.pdf`,
      );
      for (const [name, words] of [
        ['page.html', 'The Supplier alone may sell.'],
        ['supply.pdf', '“Products” means the goods listed in the table below, as amended from time to time.'],
      ]) {
        writeFileSync(`${workspace}/marked.deal`, markedDeal(name, words));
        if (name.endsWith('.pdf')) {
          await runCommand(page, 'Deal: Open Contract Text');
          await choose(page, 'Open Contract Text', name);
          await page.locator('.tab.active', { hasText: name }).waitFor();
        } else {
          await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
          await page.locator('.tab.active', { hasText: name }).waitFor();
        }
        await passageIsMarked(page);
        await closeAll(page);
      }
      for (const path of ['marked.deal', 'texts/page.html', 'texts/supply.pdf']) rmSync(`${workspace}/${path}`);
    },
  ],
  [
    'Annotate Selection: a kind is picked, what it covers is chosen, and one step takes it back',
    async (page) => {
      await openFile(page, 'streamline.md');
      await selectLine(page, 3);
      await runCommand(page, 'Deal: Annotate Selection');
      await choose(page, 'Annotate Selection', 'exclusive license');
      await page.locator('.tab.active', { hasText: 'streamline.deal' }).waitFor();
      // The contract is still there, beside.
      await page.locator('.tab', { hasText: 'streamline.md' }).waitFor();
      const choices = page.locator('.suggest-widget.visible .monaco-list-row');
      await choices.filter({ hasText: 'film' }).waitFor();
      // Once to close the list, once to leave the places to fill in.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await clauseSays(page, 'exclusive_license(scope = film, channel = subscription, territory = Europe)', 2);
      await page.keyboard.press('Control+Z');
      await clauseSays(page, 'exclusive_license(scope = film, channel = subscription, territory = Europe)', 1);
      await closeAll(page);
    },
  ],
  [
    'Annotate Selection: what is typed or chosen stands in the clause, one place after the other',
    async (page) => {
      await openFile(page, 'streamline.md');
      await selectLine(page, 3);
      await runCommand(page, 'Deal: Annotate Selection');
      await choose(page, 'Annotate Selection', 'exclusive license');
      const choices = page.locator('.suggest-widget.visible .monaco-list-row');
      await choices.filter({ hasText: 'film' }).waitFor();
      await page.keyboard.type('all');
      await page.keyboard.press('Tab');
      await choices.filter({ hasText: 'on_demand' }).waitFor();
      await page.keyboard.type('rental');
      await page.keyboard.press('Tab');
      await page.keyboard.type('FR');
      await page.keyboard.press('Tab');
      await clauseSays(page, 'exclusive_license(scope = all, channel = rental, territory = FR)', 1);
      await runCommand(page, 'File: Revert File');
      await clauseSays(page, 'exclusive_license(scope = all, channel = rental, territory = FR)', 0);
      await closeAll(page);
      await openFile(page, 'vista.deal');
      await problemsSay(page, 'Warnings: 1');
    },
  ],
  [
    'Check the Portfolio: the report in the terminal',
    async (page) => {
      await runCommand(page, 'Deal: Check the Portfolio');
      await page.locator('.terminal-tab, .terminal-outer-container').first().waitFor();
      await page.locator('.panel .action-label', { hasText: 'Terminal' }).first().waitFor();
    },
  ],
  [
    'a server that keeps crashing is given up with a message, whose button starts it again',
    async (page, data) => {
      let server;
      for (let crash = 1; crash <= 5; crash++) {
        // One is started only after the client has forgotten what the last one said: what the status says then is new.
        server = await nextServer(page, data, server);
        await statusSays(page, 'disputed: 1');
        process.kill(server, 'SIGKILL');
      }
      await statusSays(page, 'The language server does not run');
      // Under the driver of the tests VS Code keeps messages behind their bell.
      await runCommand(page, 'Notifications: Show Notifications');
      const message = page.locator('.notification-list-item', { hasText: 'keeps ending unexpectedly' });
      await message.locator('.monaco-button', { hasText: 'Restart' }).click();
      await problemsSay(page, 'Warnings: 1');
    },
  ],
  [
    'the walkthrough has five steps, with pictures that load and say what they show',
    async (page) => {
      // Where there is little height, the pictures are left out.
      await runCommand(page, 'View: Hide Panel');
      await runCommand(page, 'Welcome: Open Walkthrough');
      await page.locator('.quick-input-widget:visible input').fill('Find where promises collide');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'promises collide' }).waitFor();
      await page.keyboard.press('Enter');
      const steps = page.locator('.getting-started-step');
      await steps.first().waitFor();
      expectEqual(await steps.count(), 5);
      for (const title of ['Open the example', 'Read a finding', 'Change the day or the reading']) {
        await steps.filter({ hasText: title }).click();
        const picture = page.locator('.getting-started-media img');
        await picture.waitFor({ state: 'attached' });
        expectTrue(((await picture.getAttribute('alt')) ?? '').length > 40, `no words for the picture of “${title}”`);
        await page.waitForFunction(() => document.querySelector('.getting-started-media img')?.naturalWidth > 0);
      }
    },
  ],
  [
    'Open the Example, from the walkthrough: a copy, in a window of its own, with its first file shown',
    async (page) => {
      const step = page.locator('.getting-started-step', { hasText: 'Open the example' });
      await step.click();
      await step.locator('.monaco-button', { hasText: 'Open the Example' }).click();
      const [window] = await Promise.all([
        page.context().waitForEvent('page'),
        choose(page, 'Open the Example', 'Just Look'),
      ]);
      window.setDefaultTimeout(PATIENCE);
      await window.locator('.tab.active', { hasText: 'amazon-2026-02.deal' }).waitFor();
      await window.locator('.explorer-folders-view .monaco-list-row', { hasText: 'verdicts.deal' }).waitFor();
      await window.close();
    },
  ],
];

/** In a VS Code whose language is Chinese. */
const CHINESE_TESTS = [
  [
    'in Chinese: commands, questions and the status',
    async (page) => {
      await statusSays(page, '截至 2026-01-01');
      await runCommand(page, 'Deal: 设置基准日');
      await question(page, '基准日');
      await page.keyboard.press('Escape');
      await runCommand(page, 'Deal: 选择解读或情景');
      await question(page, '解读或情景');
      await page.keyboard.press('Escape');
    },
  ],
];

/**
 * Runs the tests one after the other, as a person would do one thing after the other.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address of a workbench with the extension and a copy of `test/vscode/workspace`
 * @param {string} data the folder that the extension is installed in
 * @param {string} workspace that copy
 * @returns {Promise<readonly import('../host/test-page.mjs').TestResult[]>}
 */
export async function testSurface(browser, address, data, workspace) {
  return [
    ...(await testPage(await openWorkbench(browser, address, VIEWPORT), TESTS, data, workspace)),
    ...(await testPage(await openWorkbench(browser, address, VIEWPORT, 'zh-cn'), CHINESE_TESTS, data, workspace)),
  ];
}

async function testPage(page, tests, data, workspace) {
  const results = [];
  await openFile(page, 'vista.deal');
  for (const [title, test] of tests) {
    const start = performance.now();
    const result = { title, milliseconds: 0 };
    try {
      await test(page, data, workspace);
    } catch (error) {
      result.error = error.stack;
    }
    results.push({ ...result, milliseconds: Math.round(performance.now() - start) });
  }
  await page.context().close();
  return results;
}

/** Waits until the editor that is shown marks a passage with a line below it. */
const passageIsMarked = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.editor-group-container.active .monaco-editor [class*="ced-"]')].some(
      (element) => getComputedStyle(element).borderBottomWidth === '2px',
    ),
  );

/** A deal whose only clause states a fact, so that nothing is reported of it. */
const markedDeal = (contract, quote) =>
  `deal marked (by = Studio, to = Vista, source = "texts/${contract}") {\n  > ${quote}\n  document()\n}\n`;

async function closeAll(page) {
  await runCommand(page, 'View: Close All Editors');
  await page.locator('.tab').first().waitFor({ state: 'detached' });
}

/** Selects a line of the editor that is shown. */
async function selectLine(page, line) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget:visible input').fill(`:${line}:1`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('Shift+End');
}

/** Waits until the editor that is shown has so many lines with a text, wherever it has been scrolled to. */
const clauseSays = (page, text, count) =>
  page.waitForFunction(
    ([wanted, times]) =>
      [...document.querySelectorAll('.editor-group-container.active .view-line')].filter((line) =>
        line.textContent.replaceAll('\u00a0', ' ').includes(wanted),
      ).length === times,
    [text, count],
  );

/** Waits until the status says one thing, and not another. */
async function statusSays(page, text, not) {
  const status = await languageStatus(page);
  await page.waitForFunction(
    ([element, wanted, unwanted]) => {
      const label = element.getAttribute('aria-label') ?? '';
      return label.includes(wanted) && (unwanted === undefined || !label.includes(unwanted));
    },
    [await status.elementHandle(), text, not],
  );
}

/** The process of the language server of the extension installed there, once there is one but for that before. */
async function nextServer(page, data, before) {
  for (const start = performance.now(); performance.now() - start < PATIENCE; ) {
    const processes = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n');
    const found = processes.filter((line) => line.includes(data) && line.includes('main-node.cjs'));
    const others = found.map((line) => Number.parseInt(line, 10)).filter((pid) => pid !== before);
    if (others.length === 1) return others[0];
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error('the language server was not started again');
}

const problemsSay = (page, text) => page.locator(`[id="status.problems"][aria-label*="${text}"]`).waitFor();

function expectEqual(actual, expected) {
  expectTrue(actual === expected, `expected ${expected}, found ${actual}`);
}

function expectTrue(condition, message) {
  if (!condition) throw new Error(message);
}
