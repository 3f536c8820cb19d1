import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { demoPassword } from '@bannette/server';
import { clientOf, signIn, testLetter, until, type Client } from '@bannette/server/testing';
import type { Page } from 'playwright-core';
import { openOrigin, type Origin } from '../adf/origin.js';
import { openDesk, picture, type Desk } from '../desk.js';

const built = fileURLToPath(new URL('../../../dist/aca-host/browser/', import.meta.url));
const sources = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Alfresco Content App with the plug-in, built of the packages that one installs, in front of Bannette and its repository. */
describe('Bannette in Alfresco Content App', () => {
  let desk: Desk;
  let origin: Origin;
  let chrono: string;
  /** The folder in which the mail lies in Alfresco. */
  let folder: string;

  beforeAll(async () => {
    if (!existsSync(built)) throw new Error('The ACA host is not built; `npm test` builds it, `node scripts/build-aca.mjs` and `npx ng build aca-host` too');
    desk = await openDesk();
    origin = await openOrigin(built, desk.running.url);
    ({ chrono, folder } = await distributedMail(desk.running.url));
  }, 180_000);
  afterAll(async () => {
    await origin?.close();
    await desk?.close();
  }, 60_000);

  it('is reached from the side navigation; a mail is found in its tray, read with its document and taken; ACA goes on as before', async () => {
    const page = await signedIn('sophie.martel');
    await page.getByRole('button', { name: 'Courrier', exact: true }).click();
    await page.locator('bn-rail').waitFor();
    expect(await page.title()).toBe('Courriers - ACA host');
    await page.locator('bn-rail').getByRole('link', { name: /Routes/ }).first().click();
    const row = page.getByRole('row').filter({ hasText: chrono });
    await row.first().click();
    await page.getByRole('toolbar').last().waitFor();
    await page.locator('adf-pdf-viewer .adf-pdf-page, adf-pdf-viewer canvas').first().waitFor({ timeout: 60_000 });
    await page.locator('bn-mail-facts').getByText('Jeanne Petit').first().waitFor();
    await picture(page, 'aca-1-courrier');
    expect(rawKeys(await page.locator('app-root').innerText())).toEqual([]);
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'Ajouter une note' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.locator('bn-reading-pane').getByText('En cours').first().waitFor();
    expect(page.url()).toContain('#/bannette/trays/');

    await page.getByRole('button', { name: 'Fichiers personnels' }).click();
    await page.locator('aca-files').waitFor();
    await page.locator('adf-document-list').waitFor();
    expect(rawKeys(await page.locator('app-root').innerText())).toEqual([]);
    await picture(page, 'aca-2-fichiers');
    await leave(page);
    await page.goto(`${origin.url}/#/bannette/trays/mine`);
    await page.locator('#username').waitFor();
    expect(complaints()).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('fits a small window, and gives back a side navigation that was folded away', async () => {
    const page = await signedIn('clara.moreau', 1024);
    await page.goto(`${origin.url}/#/bannette/trays/qualification`);
    await page.locator('bn-qualification-form [data-field=subject]').click();
    await picture(page, 'aca-3-qualifier-1024');
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBeTrue();
    await page.getByRole('button', { name: 'Réduire le menu de navigation' }).click();
    await page.getByRole('button', { name: 'Déplier la navigation' }).click();
    await page.getByRole('button', { name: 'Fichiers personnels' }).waitFor();
    expect(complaints()).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('adds columns to lists of nodes, from which one comes to the mail, and a form to the search', async () => {
    const page = await signedIn('admin');
    await page.goto(`${origin.url}/#/personal-files/${folder}`);
    await page.locator('[data-automation-id=adf-datatable-main-menu-button]').click();
    for (const column of ['N° chrono', 'État', 'Bannette', 'À traiter avant le']) await page.locator('mat-list-option', { hasText: column }).click();
    await page.getByRole('button', { name: 'Appliquer' }).click();
    const row = page.locator('adf-datatable-row', { hasText: chrono });
    await row.getByText('Routes', { exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/(À traiter|En cours)[^]*\d+ \S+ 20\d\d/);
    await picture(page, 'aca-4-colonnes');
    await row.locator('bn-chrono-cell a').click();
    await page.locator('bn-reading-pane').getByText('Nid de poule').first().waitFor();

    await page.getByRole('button', { name: 'Fichiers personnels' }).click();
    await page.locator('aca-files [id="app.toolbar.search"]').click();
    await page.keyboard.type('nid');
    await page.keyboard.press('Enter');
    await page.locator('adf-search-form button, .adf-search-form button').first().click();
    const asked = page.waitForRequest((request) => request.url().endsWith('/search') && !!request.postData()?.includes('gec:'));
    await page.getByRole('menuitem', { name: 'Courrier' }).click();
    const { filterQueries, facetFields, sort } = (await asked).postDataJSON() as Search;
    expect(filterQueries[0]?.query).toContain("TYPE:'gec:correspondence'");
    expect(facetFields.facets.map(({ field }) => field)).toEqual(['gec:treatingService', 'gec:tray', 'gec:assignee', 'gec:docType']);
    expect(sort[0]?.field).toBe('gec:dueDate');
    await page.locator('adf-search-filter-chips').getByText('État').first().waitFor();
    expect(rawKeys(await page.locator('app-root').innerText())).toEqual([]);
    await picture(page, 'aca-5-recherche');
    expect(complaints()).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('names only properties that the content model has', async () => {
    const model = await readFile(sources('alfresco-config/model/gecModel.xml'), 'utf8');
    const named = (await readFile(sources('projects/workspace-aca/src/extension.json'), 'utf8')).match(/gec:\w+/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !model.includes(`name="${name}"`))).toEqual([]);
  });

  /** But for what ADF asks without knowing whether it is there: searches that were saved, now as a preference and once as a file. */
  const complaints = (): string[] => desk.complaints.filter((line) => !/404 GET .*(\/preferences\/saved-searches|\/nodes\/-my-)$/.test(line));

  async function signedIn(person: string, width = 1440): Promise<Page> {
    const page = await desk.window(width);
    await page.goto(origin.url);
    await page.fill('#username', person);
    await page.fill('#password', person === 'admin' ? 'admin' : demoPassword);
    await page.locator('#login-button:not([disabled])').click();
    await page.locator('aca-files').waitFor();
    return page;
  }
});

async function leave(page: Page): Promise<void> {
  await page.locator('aca-user-menu button').first().click();
  await page.locator('aca-logout button').click();
  await page.locator('#username').waitFor();
}

interface Search {
  readonly filterQueries: readonly { readonly query: string }[];
  readonly facetFields: { readonly facets: readonly { readonly field: string }[] };
  readonly sort: readonly { readonly field: string }[];
}

/** What looks like the key of a sentence rather than a sentence. */
const rawKeys = (text: string): string[] => text.match(/\b[A-Z][A-Z_-]+\.[A-Z][A-Za-z_.-]+\b/g) ?? [];

/** Two letters: one that waits, and one that the mail room has qualified, once it lies in the tray of its service and in Alfresco. */
async function distributedMail(url: string): Promise<{ readonly chrono: string; readonly folder: string }> {
  const clara = await at(url, 'clara.moreau');
  const { body } = await clara.deposit([await testLetter('ACA-1')]);
  const { mails } = await clara.read(body.id);
  const id = mails[0]?.id ?? '';
  await clara.read((await clara.deposit([await testLetter('ACA-2')])).body.id);
  const sender = { kind: 'individual', name: 'Jeanne Petit', postcode: '98300', city: 'Valmorin-sur-Lys' };
  const { chrono } = await clara.post<{ chrono: string }>(`/mails/${id}/qualify`, { type: 'VOIRIE', subject: 'Nid de poule rue des Lilas', receivedAt: new Date().toISOString().slice(0, 10), sender });
  const sophie = await at(url, 'sophie.martel');
  const nodeId = await until('the mail is in Alfresco', async () => {
    const { body: mail } = await sophie.call<{ mirror?: string; nodeId?: string }>('GET', `/mails/${id}`);
    return mail.mirror === 'applied' && mail.nodeId;
  });
  const node = await fetch(`${url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${nodeId}`, { headers: { authorization: `Basic ${Buffer.from(sophie.ticket).toString('base64')}` } });
  return { chrono, folder: ((await node.json()) as { entry: { parentId: string } }).entry.parentId };
}

const at = async (url: string, person: string): Promise<Client> => clientOf(person, await signIn(url, person), () => url);
