import type { Page } from 'playwright-core';
import { expectations, holds } from './expected.js';
import { recordedTraffic } from './recording.js';
import { shapeDifferences } from './shape.js';
import type { Exchange } from './traffic.js';
import { fileName, openVisit, picture, signIn, type Visit, type Window } from './visit.js';

const sources = ['-trashcan-', '-favorites-', '-recent-', '-sites-', '-mysites-', '-sharedlinks-'];
const line = ({ method, asked, status }: Exchange): string => `${method} ${asked} ${status}`;

/** ADF's components, unchanged, over the embedded repository: what they ask, what they are answered, and what people then see. */
describe("ADF's own pages", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit();
  }, 120_000);
  afterAll(async () => {
    await visit?.close();
  }, 60_000);

  it('sign in, list, view and comment, asking and hearing what they did of a real Alfresco', async () => {
    const window = await visit.window();
    await signInWrongly(window);
    await signInRightly(window);
    await openLetter(window);
    await comment(window);
    const heard = await window.traffic.exchanges();
    expect(window.complaints).toEqual([]);
    meetsExpectations(heard, ['login with a wrong password', 'login', 'open a PDF', 'comment']);
    const recorded = recordedTraffic();
    if (recorded) sameAs(recorded, heard);
    else process.stdout.write('What ADF asked of a real Alfresco is not at hand (BANNETTE_SHARED): only our own expectations were held to\n');
  }, 120_000);

  it('show the versions of a document and add one', async () => {
    const window = await signedIn();
    await go(window, 'versions', `versions/${await visit.put('versions.pdf')}`);
    const { page } = window;
    await page.getByText('1.0', { exact: true }).waitFor();
    window.traffic.step('new version');
    await page.locator('#adf-show-version-upload-button').click();
    await page.setInputFiles('adf-version-upload input[type=file]', { name: 'versions.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await page.getByText('1.1', { exact: true }).waitFor();
    await picture(page, 'versions');
    await clean(window, ['versions', 'new version']);
  }, 120_000);

  it('show who may do what with a document', async () => {
    const window = await signedIn();
    await go(window, 'permissions', `permissions/${await visit.put('permissions.pdf')}`);
    await window.page.locator('adf-permission-list').getByText(/héritent/).waitFor();
    await picture(window.page, 'permissions');
    await clean(window, ['permissions']);
  }, 120_000);

  it('search by words, and are told, as by a repository without an index, that nothing was found', async () => {
    const window = await signedIn();
    await go(window, 'search', 'search');
    const input = window.page.locator('adf-search-control input');
    await input.fill('lettre');
    await input.press('Enter');
    await window.page.locator('adf-document-list').getByText(/dossier\s+est\s+vide/).waitFor();
    await window.page.waitForLoadState('networkidle');
    await clean(window, ['search']);
  }, 120_000);

  it('are answered for every source that a document list knows', async () => {
    const window = await signedIn();
    for (const source of sources) {
      await go(window, source, `files/${source}`);
      await window.page.locator('adf-document-list .adf-empty-content, adf-document-list .adf-empty-list-header, adf-document-list .adf-datatable-row').first().waitFor();
      await window.page.waitForLoadState('networkidle');
    }
    await clean(window, sources);
  }, 120_000);

  async function signedIn(): Promise<Window> {
    const window = await visit.window();
    await window.page.goto(visit.url);
    await signIn(window.page, 'admin', 'admin');
    await window.page.getByText(fileName).first().waitFor();
    return window;
  }

  async function go({ page, traffic }: Window, step: string, route: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    traffic.step(step);
    await page.goto('about:blank');
    await page.goto(`${visit.url}/#/${route}`);
  }

  async function clean({ traffic, complaints }: Window, steps: readonly string[]): Promise<void> {
    expect(complaints).toEqual([]);
    meetsExpectations(await traffic.exchanges(), steps);
  }

  async function signInWrongly({ page, traffic }: Window): Promise<void> {
    traffic.step('login with a wrong password');
    await page.goto(visit.url);
    await signIn(page, 'admin', 'wrong');
    await page.locator('#login-error').getByText(/identifiant|mot de passe/i).first().waitFor();
    await picture(page, 'wrong-password');
  }

  async function signInRightly({ page, traffic }: Window): Promise<void> {
    await page.waitForLoadState('networkidle');
    traffic.step('login');
    await signIn(page, 'admin', 'admin');
    await page.locator('adf-document-list .adf-datatable-row').getByText(fileName).first().waitFor();
    await page.waitForLoadState('networkidle');
    await picture(page, 'list');
  }

  async function openLetter({ page, traffic }: Window): Promise<void> {
    traffic.step('open a PDF');
    await page.getByText(fileName).first().dblclick();
    await page.locator('adf-pdf-viewer canvas').first().waitFor();
    expect(await inked(page)).withContext('the page of the PDF is drawn').toBeTrue();
    await page.waitForLoadState('networkidle');
  }

  async function comment({ page, traffic }: Window): Promise<void> {
    traffic.step('comment');
    await page.locator('#comment-input').fill('Vu avec le service des routes');
    await page.locator('[data-automation-id="comments-input-add"]').click();
    await page.locator('adf-comment-list').getByText('Vu avec le service des routes').waitFor();
    await picture(page, 'comment');
    await page.reload();
    await page.locator('adf-comment-list').getByText('Vu avec le service des routes').waitFor();
  }
});

/** Whether something dark is on the first page: a canvas may be there and white. */
const inked = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(async () => {
    for (let tries = 0; tries < 100; tries++) {
      const canvas = document.querySelector('adf-pdf-viewer canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200 && data[at] < 90) dark++;
      if (dark > 500) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  })()`);

/** Everything that these steps must ask was asked and answered, and nothing that was asked is not offered. */
function meetsExpectations(heard: readonly Exchange[], steps: readonly string[]): void {
  expect(heard.filter(({ status, asked }) => status === 501 || (status >= 400 && !(status === 403 && asked.endsWith('/tickets')))).map(line)).toEqual([]);
  for (const wanted of expectations.filter(({ step }) => steps.includes(step))) {
    const found = heard.find(({ step, method, asked }) => step === wanted.step && method === wanted.method && asked === wanted.asked);
    expect(found?.status).withContext(`${wanted.step}: ${wanted.method} ${wanted.asked}; asked were ${heard.filter(({ step }) => step === wanted.step).map(line).join(' | ')}`).toBe(wanted.status);
    expect(wanted.fields.filter((field) => !holds(found?.body, field))).withContext(`missing in the answer to ${wanted.method} ${wanted.asked}`).toEqual([]);
  }
}

/** Step by step the same questions, with answers of the same status, type and shape. */
function sameAs(recorded: readonly Exchange[], heard: readonly Exchange[]): void {
  for (const step of new Set(recorded.map((one) => one.step))) {
    const of = (all: readonly Exchange[]): Exchange[] => all.filter((one) => one.step === step).sort((one, other) => line(one).localeCompare(line(other)));
    const [expected, found] = [of(recorded), of(heard)];
    expect(found.map((one) => `${line(one)} ${one.contentType}`)).withContext(step).toEqual(expected.map((one) => `${line(one)} ${one.contentType}`));
    expected.forEach((one, at) => expect(shapeDifferences(one.body, found[at]?.body)).withContext(`${step}: ${line(one)}`).toEqual([]));
  }
}
