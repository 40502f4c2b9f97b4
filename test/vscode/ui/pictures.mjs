import { languageStatus, openFile, openWorkbench, runCommand } from './workbench-page.mjs';

// The pictures of the extension at work on the example portfolio.

const VIEWPORT = { width: 1440, height: 860 };

/** What is about the server on which the pictures are taken. */
const HIDDEN = [
  '[id="status.host"]',
  '[id="status.forwardedPorts"]',
  '[id="status.workbench.keyboardLayout"]',
  // What its maker says below every walkthrough.
  '.getting-started-footer',
];

const walkthrough = (name) => ({
  light: `client/media/walkthrough/${name}-light.png`,
  dark: `client/media/walkthrough/${name}-dark.png`,
});

/**
 * Each is taken where the one before left off. `clip`: the part of the window that is shown; absent: all of it. `goesTo`:
 * where the picture of a theme is published, relative to the repository.
 */
export const PICTURES = [
  {
    name: 'finding',
    goesTo: { light: 'docs/images/finding-light.png', dark: 'docs/images/finding-dark.png' },
    async prepare(page) {
      await openFile(page, 'amazon-2026-02.deal');
      await goTo(page, 28, 3);
      await page.locator('[id="status.problems"][aria-label*="Warnings: 1"]').waitFor();
      await page.locator('.codelens-decoration:visible', { hasText: '1 disputed' }).first().waitFor();
      await runCommand(page, 'View: Focus Problems');
      await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor();
      // Beside the clause, whose underline the cursor would cover.
      await goTo(page, 25, 3);
    },
  },
  {
    name: 'finding-close',
    goesTo: walkthrough('finding'),
    clip: { x: 352, y: 246, width: 900, height: 540 },
    prepare: async () => {},
  },
  {
    name: 'hover',
    goesTo: { light: 'docs/images/hover.png' },
    async prepare(page) {
      await runCommand(page, 'View: Hide Panel');
      await goTo(page, 23, 4);
      await runCommand(page, 'Show or Focus Hover');
      await page.locator('.monaco-hover:not(.hidden) .rendered-markdown').first().waitFor();
    },
  },
  {
    name: 'hover-close',
    goesTo: walkthrough('hover'),
    clip: { x: 352, y: 390, width: 900, height: 320 },
    prepare: async () => {},
  },
  {
    name: 'outline',
    goesTo: { light: 'docs/images/outline.png' },
    async prepare(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await openFile(page, 'microsoft-2025-10.deal');
      await runCommand(page, 'Explorer: Focus on Outline View');
      await page.locator('.pane-header', { hasText: 'ai-cloud' }).click();
      await page.locator('.outline-pane .monaco-list-row').nth(8).waitFor();
    },
  },
  {
    name: 'rename',
    goesTo: { light: 'docs/images/rename.png' },
    async prepare(page) {
      await page.locator('.pane-header', { hasText: 'ai-cloud' }).click();
      await openFile(page, 'amazon-2026-02.deal');
      await goTo(page, 28, 28);
      await page.keyboard.press('F2');
      const box = page.locator('.rename-box input, .rename-input');
      await box.first().fill('runtime_with_memory');
      await page.keyboard.press('Control+Enter');
      await page.locator('.refactor-preview .monaco-list-row, .bulk-edit-panel .monaco-list-row').nth(2).waitFor();
    },
  },
  {
    name: 'scenario',
    async prepare(page) {
      await page.locator('.monaco-button', { hasText: 'Discard' }).click();
      await openFile(page, 'amazon-2026-02.deal');
      await (await languageStatus(page)).click();
      await page.locator('.hover-language-status').first().waitFor();
    },
  },
  {
    name: 'scenario-close',
    goesTo: walkthrough('scenario'),
    clip: { x: 900, y: 740, width: 540, height: 120 },
    prepare: async () => {},
  },
  {
    name: 'reading',
    async prepare(page) {
      await page.keyboard.press('Escape');
      await runCommand(page, 'Deal: Choose Reading');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'As amazon reads it' }).waitFor();
    },
  },
  {
    name: 'walkthrough',
    goesTo: { light: 'docs/images/walkthrough.png' },
    async prepare(page) {
      await page.keyboard.press('Escape');
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await runCommand(page, 'Welcome: Open Walkthrough');
      await page.locator('.quick-input-widget:visible input').fill('Find where promises collide');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'promises collide' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.getting-started-media img')?.naturalWidth > 0);
    },
  },
];

/** Takes all of them. `pathOf`: where the picture of a name goes. */
export async function takePictures(browser, address, pathOf) {
  const page = await openWorkbench(browser, address, VIEWPORT);
  await page.addStyleTag({ content: `${HIDDEN.join()} { display: none !important }` });
  if (await page.locator('.part.auxiliarybar').isVisible()) {
    await runCommand(page, 'View: Toggle Secondary Side Bar Visibility');
  }
  for (const { name, prepare, clip } of PICTURES) {
    await prepare(page);
    await settled(page);
    await page.screenshot({ path: pathOf(name), ...(clip && { clip }) });
  }
  await page.context().close();
}

async function goTo(page, line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget:visible input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Fonts are there, nothing fades in any more, and no message covers the window. */
async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
  if (await page.locator('.notification-toast').count()) await runCommand(page, 'Notifications: Clear All');
}
