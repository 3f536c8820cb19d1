import { demoPassword } from '@bannette/server';
import { startKeycloak, until, type Keycloak } from '@bannette/server/testing';
import type { Page } from 'playwright-core';
import { openDesk, picture, type Desk } from './desk.js';

const tokenSeconds = 16;

describe('Signing in at the organisation’s identity service, in a browser', () => {
  let keycloak: Keycloak | { readonly missing: string } = { missing: 'it did not start' };
  let desk: Desk;

  beforeAll(async () => {
    keycloak = await startKeycloak(['clara.moreau', 'nouvelle.venue'], tokenSeconds);
    if ('missing' in keycloak) {
      process.stdout.write(`skipped: signing in at a real Keycloak (${keycloak.missing})\n`);
      return;
    }
    desk = await openDesk({ OIDC_ISSUER: keycloak.issuer, OIDC_CLOCK_SKEW_S: '5' });
  }, 300_000);
  afterAll(async () => {
    if ('missing' in keycloak) return;
    await desk.close();
    await keycloak.close();
  }, 60_000);

  const withKeycloak = (what: string, test: (issuer: string) => Promise<void>): void => it(what, async () => ('missing' in keycloak ? pending(keycloak.missing) : test(keycloak.issuer)), 120_000);

  async function fillIn(page: Page, person: string): Promise<void> {
    await page.fill('#username', person);
    await page.fill('#password', demoPassword);
    await page.click('#kc-login');
  }

  withKeycloak('comes back to the page that was asked for, stays signed in by itself, and is out when one says so', async (issuer) => {
    const page = await desk.window();
    const [renewals, departures]: [string[], string[]] = [[], []];
    page.on('response', (response) => {
      if (response.url().endsWith('/token') && response.request().postData()?.includes('grant_type=refresh_token')) renewals.push(String(response.status()));
      if (response.url().includes('/protocol/openid-connect/auth?')) departures.push(response.url());
    });
    await page.goto(`${desk.running.url}/#/trays/qualification`);
    await fillIn(page, 'clara.moreau');
    await page.locator('bn-rail').waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/trays\/qualification/);
    await picture(page, '30-connexion-organisation');
    await until('the token is renewed', () => renewals.length > 0, 60_000);
    await page.waitForTimeout(tokenSeconds * 1000);
    const answered = page.waitForResponse((response) => response.url().includes('/bannette/api/v1/') && response.request().method() === 'GET');
    await page.goto(`${desk.running.url}/#/deposit`);
    expect((await answered).status()).toBe(200);
    expect(renewals).not.toContain('400');
    expect(departures.length).withContext('journeys to the identity service').toBe(1);

    await page.locator('header button:has-text("Clara")').click();
    await page.getByText('Se déconnecter').click();
    await page.getByText('Votre session est fermée').waitFor();
    await picture(page, '31-deconnecte');
    await page.goto(`${desk.running.url}/#/trays/qualification`);
    await page.locator('#kc-login').waitFor();
    expect(page.url()).toContain(issuer);
    await page.context().close();
  });

  withKeycloak('shows someone without a service where they stand', async () => {
    const page = await desk.window(1024);
    await page.goto(desk.running.url);
    await fillIn(page, 'nouvelle.venue');
    await page.getByText('Vous n’avez pas encore de bannette').waitFor();
    await page.context().close();
  });

  withKeycloak('waits for a slow network once, without loops', async (issuer) => {
    const page = await desk.window();
    let departures = 0;
    await page.route((url) => url.href.startsWith(issuer) || url.pathname.endsWith('app.config.json'), async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    page.on('request', (request) => void (request.url().includes('/protocol/openid-connect/auth?') && request.isNavigationRequest() && departures++));
    await page.goto(desk.running.url);
    await fillIn(page, 'clara.moreau');
    await page.locator('bn-rail').waitFor({ timeout: 60_000 });
    expect(departures).toBe(1);
    await page.context().close();
  });

  withKeycloak('says when the identity service can’t be reached, and goes on once it can', async (issuer) => {
    const page = await desk.window(1024);
    await page.route(`${issuer}/**`, (route) => route.abort());
    await page.goto(desk.running.url);
    await page.getByText('ne répond pas').waitFor();
    await picture(page, '32-connexion-injoignable-1024');
    await page.unroute(`${issuer}/**`);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await fillIn(page, 'clara.moreau');
    await page.locator('bn-rail').waitFor();
    await page.context().close();
  });

  withKeycloak('gives up after a few journeys when its tokens are refused, and says what to look at', async () => {
    const page = await desk.window();
    let departures = 0;
    page.on('request', (request) => void (request.url().includes('/protocol/openid-connect/auth?') && request.isNavigationRequest() && departures++));
    await page.route('**/bannette/api/v1/**', (route) => route.fulfill({ status: 401, contentType: 'application/json', body: JSON.stringify({ code: 'unauthorized', message: 'refused' }) }));
    await page.goto(desk.running.url);
    await fillIn(page, 'clara.moreau');
    await page.getByText('La connexion n’aboutit pas').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2000);
    expect(departures).toBeLessThanOrEqual(3);
    await picture(page, '33-connexion-en-vain');
    await page.context().close();
  });

  withKeycloak('is possible on a computer whose clock is a little wrong', async () => {
    const page = await desk.window();
    await page.addInitScript(`{ const shift = -4000, Real = Date; globalThis.Date = class extends Real { constructor(...args) { args.length ? super(...args) : super(Real.now() + shift); } static now() { return Real.now() + shift; } }; }`);
    await page.goto(desk.running.url);
    await fillIn(page, 'clara.moreau');
    await page.locator('bn-rail').waitFor();
    await page.context().close();
  });
});
