// A person at the keyboard of a workbench: what the tests of the surface and the pictures share.

/** In milliseconds: what is not there by then will not come. */
export const PATIENCE = 60_000;

/**
 * Opens a workbench and waits until its files are shown.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ width: number, height: number }} viewport
 * @param {string} [language] of VS Code, such as `zh-cn`. Its own texts stay English: those come with a language pack.
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openWorkbench(browser, address, viewport, language) {
  const context = await browser.newContext({ viewport });
  if (language !== undefined) {
    await context.addInitScript((value) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value, writable: true });
    }, language);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address);
  await untilReady(page);
  return page;
}

/** Waits until a workbench shows its files. */
export const untilReady = (page) => page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();

/** Runs a command by its title, as people do. Leaves open what the command opens. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget:visible input');
  const found = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
  const ask = async (patience) => {
    await page.keyboard.press('F1');
    await input.fill(`>${title}`, { timeout: patience });
    await found.waitFor({ timeout: patience });
  };
  // An editor or a walkthrough that is still opening takes the focus, and what was asked is gone.
  await ask(PATIENCE / 6).catch(() => ask(PATIENCE));
  await input.press('Enter');
}

/** The question that is asked at the top, once it has this title. */
export async function question(page, title) {
  const widget = page.locator('.quick-input-widget:visible');
  await widget.locator('.quick-input-title', { hasText: title }).waitFor();
  return widget;
}

/** Types an answer. */
export async function answer(page, title, text) {
  const widget = await question(page, title);
  await widget.locator('input').fill(text);
  await accept(page, title);
  await widget.waitFor({ state: 'hidden' });
}

/** Chooses from a list. */
export async function choose(page, title, label) {
  const widget = await question(page, title);
  await widget.locator('input').fill(label);
  await widget.locator('.monaco-list-row.focused', { hasText: label }).waitFor();
  await accept(page, title);
}

/** Presses Enter in a question until it is asked no more: what takes the focus meanwhile takes the key, too. */
async function accept(page, title) {
  const widget = page.locator('.quick-input-widget:visible');
  const asked = widget.locator('.quick-input-title', { hasText: title });
  await widget.locator('input').press('Enter');
  try {
    await asked.waitFor({ state: 'hidden', timeout: PATIENCE / 12 });
  } catch {
    await widget.locator('input').press('Enter');
    await asked.waitFor({ state: 'hidden' });
  }
}

export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget:visible input');
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await input.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-instance .view-lines').first().waitFor();
}

/** What the language says of itself in the status bar. */
export async function languageStatus(page) {
  const item = page.locator('[id="status.languageStatus"]');
  await item.waitFor();
  return item;
}
