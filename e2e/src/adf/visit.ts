import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateLetter } from '@bannette/demo';
import { startTestHouse } from '@bannette/server/testing';
import { chromium, type Page } from 'playwright-core';
import { openOrigin } from './origin.js';
import { listenTo } from './traffic.js';

const built = fileURLToPath(new URL('../../../dist/adf-host/browser/', import.meta.url));
const pictures = fileURLToPath(new URL('../../../var/e2e/', import.meta.url));
/** The letter that lies in the root; it has the name that was used for the recording. */
export const fileName = 'lettre-adf.pdf';

export interface Window {
  readonly page: Page;
  readonly traffic: ReturnType<typeof listenTo>;
  /** Errors of the page and of its console. What the repository refused is in the traffic. */
  readonly complaints: readonly string[];
}

/** ADF's components over an installed embedded repository, in whose root a letter lies. */
export async function openVisit() {
  if (!existsSync(built)) throw new Error('The ADF host is not built; `npm test` builds it, `npx ng build adf-host` too');
  const executablePath = process.env.CHROME_BIN;
  if (!executablePath) throw new Error('CHROME_BIN names the Chromium to use; `npm test` sets it');
  await mkdir(pictures, { recursive: true });
  const house = await startTestHouse();
  const origin = await openOrigin(built, house.alfrescoUrl);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const letter = await generateLetter({ seed: 7, kind: 'VOIRIE', date: '2026-01-10', receivedAt: '2026-01-12', format: 'pdf-image' });
  const put = (name: string): Promise<string> => putFile(house.alfrescoUrl, name, letter.bytes);
  await put(fileName);
  return {
    url: origin.url,
    /** Puts another copy of the letter into the root; its node's id. */
    put,
    async window(): Promise<Window> {
      const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'fr-FR' })).newPage();
      page.setDefaultTimeout(30_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => void (message.type() === 'error' && !message.text().startsWith('Failed to load resource') && complaints.push(message.text())));
      return { page, traffic: listenTo(page), complaints };
    },
    async close(): Promise<void> {
      await browser.close();
      await origin.close();
      await house.close();
    },
  };
}

export type Visit = Awaited<ReturnType<typeof openVisit>>;

export async function signIn(page: Page, user: string, password: string): Promise<void> {
  await page.fill('#username', user);
  await page.fill('#password', password);
  await page.locator('#login-button:not([disabled])').click();
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `adf-${name}.png`) });
}

async function putFile(repositoryUrl: string, name: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.append('filedata', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
  const answer = await fetch(`${repositoryUrl}/alfresco/api/-default-/public/alfresco/versions/1/nodes/-root-/children`, { method: 'POST', body: form, headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` } });
  if (answer.status !== 201) throw new Error(`${name} could not be put into the repository: ${answer.status}`);
  return ((await answer.json()) as { entry: { id: string } }).entry.id;
}
