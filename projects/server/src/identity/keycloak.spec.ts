import type { Running } from '../serve.js';
import { startKeycloak, startTestHouse, until, type Keycloak, type TestHouse } from '../testing/index.js';

const people = ['clara.moreau', 'sophie.martel', 'ines.kaci', 'nouvelle.venue'];

describe('Sign-in at a real Keycloak', () => {
  let keycloak: Keycloak | { readonly missing: string } = { missing: 'it did not start' };
  let house: TestHouse;
  let running: Running;

  beforeAll(async () => {
    keycloak = await startKeycloak(people, 8);
    if ('missing' in keycloak) {
      process.stdout.write(`skipped: sign-in at a real Keycloak (${keycloak.missing})\n`);
      return;
    }
    house = await startTestHouse({ oidcIssuer: keycloak.issuer, records: false });
    running = await house.serve({ OIDC_CLOCK_SKEW_S: '0' });
  }, 300_000);
  afterAll(async () => {
    if ('missing' in keycloak) return;
    await house.close();
    await keycloak.close();
  }, 60_000);

  /** A spec that needs Keycloak; pending, with the reason, where there is none. */
  const withKeycloak = (what: string, test: (issuer: Keycloak) => Promise<void>): void => it(what, async () => ('missing' in keycloak ? pending(keycloak.missing) : test(keycloak)), 60_000);
  const me = (token: string): Promise<Response> => fetch(`${running.url}/bannette/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });

  withKeycloak('opens the rooms that Alfresco’s groups give', async ({ token }) => {
    const answer = await me(await token('clara.moreau'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(jasmine.objectContaining({ id: 'clara.moreau', rooms: jasmine.arrayContaining(['mailRoom']) }));
  });

  withKeycloak('knows someone new at the first sign-in, who has no tray yet', async ({ token }) => {
    const answer = await me(await token('nouvelle.venue'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(jasmine.objectContaining({ id: 'nouvelle.venue', rooms: [], services: [] }));
  });

  withKeycloak('is refused with a token that another application got', async ({ token }) => {
    expect((await me(await token('clara.moreau', 'another'))).status).toBe(401);
  });

  withKeycloak('is over when the token is, though Alfresco was asked less than a minute ago', async ({ token }) => {
    const short = await token('sophie.martel');
    expect((await me(short)).status).toBe(200);
    expect(await until('the token ends', async () => (await me(short)).status === 401, 20_000)).toBeTrue();
    expect((await me(await token('sophie.martel'))).status).toBe(200);
  });

  withKeycloak('is forbidden, not asked for again, when Alfresco has disabled the account', async ({ token }) => {
    await setEnabled('ines.kaci', false);
    const answer = await me(await token('ines.kaci'));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual(jasmine.objectContaining({ code: 'notInAlfresco' }));
    await setEnabled('ines.kaci', true);
    expect((await me(await token('ines.kaci'))).status).toBe(200);
  });

  withKeycloak('reaches Alfresco through the passage too, and tells the workspace where to sign in', async ({ issuer, token }) => {
    const root = await fetch(`${running.url}/alfresco/api/-default-/public/alfresco/versions/1/people/-me-`, { headers: { authorization: `Bearer ${await token('clara.moreau')}` } });
    expect(((await root.json()) as { entry: { id: string } }).entry.id).toBe('clara.moreau');
    expect((await fetch(`${running.url}/`)).headers.get('content-security-policy')).toContain(new URL(issuer).origin);
  });

  async function setEnabled(person: string, enabled: boolean): Promise<void> {
    const answer = await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/people/${person}`, { method: 'PUT', headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, 'content-type': 'application/json' }, body: JSON.stringify({ enabled }) });
    if (!answer.ok) throw new Error(await answer.text());
  }
});
