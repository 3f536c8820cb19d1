import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoPassword, loggerFor, readConfig, serveBannette, type Running } from '@bannette/server';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Where the pictures of a journey go. */
export const pictures = fileURLToPath(new URL('../../var/e2e/', import.meta.url));

export interface Desk {
  readonly running: Running;
  /** A signed-in person in a browser window of their own. */
  sit(person: string, width?: number): Promise<Page>;
  /** A browser window in which nobody is signed in yet. */
  window(width?: number): Promise<Page>;
  /** What went wrong in any window: errors of pages, requests that failed, and what was asked of Alfresco and is not there. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Bannette with everything embedded, in a fresh folder, and a real Chromium. */
export async function openDesk(variables: { readonly [name: string]: string } = {}): Promise<Desk> {
  const executablePath = process.env.CHROME_BIN;
  if (!executablePath) throw new Error('CHROME_BIN names the Chromium to use; `npm test` sets it');
  await mkdir(pictures, { recursive: true });
  const dir = await mkdtemp(join(tmpdir(), 'bannette-e2e-'));
  await chmod(dir, 0o755); // the database's own account must get in
  const config = readConfig({ BANNETTE_DATA: dir, BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'error', ...variables });
  const running = await serveBannette(config, loggerFor(config));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const complaints: string[] = [];
  return {
    running,
    complaints,
    sit: (person, width = 1440) => sit(browser, running.url, person, width, complaints),
    window: (width = 1440) => open(browser, width, 'nobody', complaints),
    close: async () => {
      await browser.close();
      await running.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function open(browser: Browser, width: number, person: string, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(`${person}: ${String(error)}`));
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const unhonoured = response.status() >= 500 || (pathname.startsWith('/alfresco/') && [404, 405].includes(response.status()));
    if (unhonoured) complaints.push(`${person}: ${response.status()} ${response.request().method()} ${pathname}`);
  });
  return page;
}

async function sit(browser: Browser, url: string, person: string, width: number, complaints: string[]): Promise<Page> {
  const page = await open(browser, width, person, complaints);
  await page.goto(`${url}/`);
  await page.fill('#username', person);
  await page.fill('#password', person === 'admin' ? 'admin' : demoPassword);
  await page.locator('#login-button:not([disabled])').click();
  try {
    await page.locator('bn-rail').waitFor();
  } catch (error) {
    await picture(page, `00-${person}-connexion`);
    throw error;
  }
  return page;
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
