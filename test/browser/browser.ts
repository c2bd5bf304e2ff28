import { existsSync } from 'fs';
import { Browser, BrowserContextOptions, ConsoleMessage, Page, chromium } from 'playwright-core';

/** Chromium talks to nobody but the page under test. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
/** Actions on a local page take milliseconds; what takes longer never comes. */
const ACTION_TIMEOUT_MS = 5_000;

/** Pages for the tests of one file. */
export interface Pages {
  /** Opens a page in a fresh profile. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * A browser for the tests of a file. After each test its pages are closed, and the test fails if one of them threw an error
 * or broke its content security policy.
 */
export function useBrowser(): Pages {
  let browser: Browser;
  let opened: Page[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });

  afterEach(async () => {
    await Promise.all(opened.map((page) => page.context().close()));
    opened = [];
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    async open(url, options) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      context.setDefaultTimeout(ACTION_TIMEOUT_MS);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => { if (isFault(message)) faults.push(message.text()); });
      opened.push(page);
      await page.goto(url);
      return page;
    },
  };
}

/** The browser itself logs every answer that is not a success; the tests provoke those. */
function isFault(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !message.text().startsWith('Failed to load resource');
}

async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`there is no Chromium at ${executablePath}: install it (apt-get install chromium), or name one with CHROMIUM=path`);
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** Waits until a value is as expected; the failure shows the last one. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const deadline = Date.now() + ACTION_TIMEOUT_MS;
  let last = await read();
  while (!isEqual(last, expected) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    last = await read();
  }
  expect(last).toEqual(expected);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
