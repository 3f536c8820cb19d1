import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { generateTrouble } from '@bannette/demo';
import type { Page } from 'playwright-core';
import { openDesk, picture, type Desk } from './desk.js';

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const pages = { 'mes-courriers': '/trays/mine', retard: '/trays/late', qualification: '/trays/qualification', depot: '/deposit', enregistrer: '/register', appel: '/register/call', formulaires: '/administration/forms', quarantaine: '/quarantine', recherche: '/search?q=route', criteres: '/search?more=%7B%22services%22%3A%5B%22ROUTES%22%5D%7D', 'mes-bannettes': '/my-trays', 'non-lus': '/trays/unread', echeances: '/retention', preuve: '/proof', visas: '/visas', 'registre-serie': '/series', detruits: '/eliminations', eliminations: '/campaigns', 'nouvelle-elimination': '/campaigns/new', tris: '/sortings', 'nouveau-tri': '/sortings/new', traitements: '/processings', 'tableau-de-gestion': '/schedule', annonces: '/notices', absences: '/delegations', 'taches-et-avis': '/todo', 'mes-notifications': '/notices/preferences', droits: '/administration/rights', administration: '/administration', installation: '/administration/health', exploitation: '/administration/failures', alertes: '/alerts', 'fichiers-conserves': '/leaving', feuilles: '/sheets', 'plis-non-numerises': '/unscanned', boites: '/boxes', registre: '/registers', 'numeros-reserves': '/reservations', 'reglage-registres': '/administration/registers', types: '/administration/types', modeles: '/administration/templates', beneficiaires: '/beneficiaries', 'a-identifier': '/identify', natures: '/natures?nature=RESSOURCES', thesaurus: '/administration/thesaurus', 'delais-legaux': '/clocks', previsions: '/forecast', engagements: '/commitments', calendrier: '/administration/calendar', 'reglage-delais': '/administration/clocks', rappels: '/administration/reminders', 'reglage-engagements': '/administration/commitments', correspondants: '/correspondents?q=ma', affaires: '/affairs', lots: '/batches', scanners: '/administration/scanners', sites: '/administration/sites', regles: '/administration/rules', simulations: '/administration/rules/simulations', 'pas-pour-nous': '/administration/rules/returns', gels: '/holds' } as const;

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Every page, at a large and at a small width: drawn, without a fault that accessibility rules call serious, and within the window. */
describe('The pages', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
    await depositTrouble(desk);
  }, 180_000);
  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  for (const width of [1440, 1024]) {
    it(`are readable by all at ${width} px`, async () => {
      const page = await desk.sit('admin', width);
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${desk.running.url}/#${path}`);
        await page.locator('h1').first().waitFor();
        // The stream of events stays open: nothing is awaited any more when nothing is drawn as awaited.
        await page.locator('.skeleton').first().waitFor({ state: 'detached' });
        await picture(page, `page-${name}-${width}`);
        expect(await faults(page)).withContext(`${name} at ${width} px`).toEqual([]);
        expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).withContext(`${name} fits ${width} px`).toBeTrue();
      }
      await page.context().close();
      expect(desk.complaints).toEqual([]);
    }, 180_000);
  }

  it('say in words why a file is in quarantine, and let the mail room put it aside with a reason', async () => {
    const page = await desk.sit('clara.moreau');
    await page.goto(`${desk.running.url}/#/quarantine`);
    await page.getByText(/mot de passe/).first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/QUARANTINE\.|passwordProtected/);
    await page.context().close();
  }, 60_000);
});

async function depositTrouble(desk: Desk): Promise<void> {
  const page = await desk.sit('clara.moreau');
  await page.goto(`${desk.running.url}/#/deposit`);
  const { bytes, fileName, mediaType } = await generateTrouble('password');
  await page.setInputFiles('input[type=file]', { name: fileName, mimeType: mediaType, buffer: bytes });
  await page.getByRole('button', { name: /Déposer/ }).click();
  await page.getByText(/mot de passe/).first().waitFor();
  await page.context().close();
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeScript, 'utf8'));
  const violations = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)')) as Violation[];
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}
