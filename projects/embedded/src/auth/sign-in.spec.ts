import { basic, clientOf } from '../testing/client.js';
import { adminOf } from '../testing/people.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

const TICKETS = '/alfresco/api/-default-/public/authentication/versions/1/tickets';

describe('Signing in', () => {
  let repository: TestRepository;
  const as = (authorization: string | undefined) => clientOf(() => repository.url, authorization);
  const ticket = async (userId: string, password: string): Promise<string> => String((await as(undefined).post(TICKETS, { userId, password })).body.entry.id);
  beforeAll(async () => {
    repository = await startTestRepository();
    await adminOf(repository).post('people', { id: 'Anne', firstName: 'Anne', email: 'anne@example.org', password: 'secret1' });
  });
  afterAll(() => repository.dispose());

  it('takes a ticket in every place where Alfresco takes it', async () => {
    const mine = await ticket('Anne', 'secret1');
    const encoded = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    expect((await as(encoded(mine)).get('people/-me-')).body.entry.id).toBe('Anne');
    expect((await as(encoded(`ROLE_TICKET:${mine}`)).get('people/-me-')).body.entry.id).toBe('Anne');
    expect((await as(undefined).get(`people/-me-?alf_ticket=${mine}`)).body.entry.id).toBe('Anne');
    expect((await as(basic('anne', 'secret1')).get('people/-me-')).body.entry.id).toBe('Anne');
  });

  it('refuses a wrong password by 403 at the ticket door and by 401 elsewhere, naming its scheme', async () => {
    const refused = await as(undefined).post(TICKETS, { userId: 'Anne', password: 'wrong' });
    expect([refused.status, refused.body.error.errorKey]).toEqual([403, 'Login failed']);
    const elsewhere = await as(basic('Anne', 'wrong')).get('people/-me-');
    expect([elsewhere.status, elsewhere.headers.get('www-authenticate')]).toEqual([401, 'AlfTicket realm="Alfresco -default- tenant"']);
    expect(elsewhere.body.error.briefSummary).toMatch(/^\d{8} Authentication failed/);
  });

  it('keeps tickets over a restart and forgets them when they are given back', async () => {
    const mine = await ticket('Anne', 'secret1');
    await repository.restart();
    expect((await as(undefined).get(`people/-me-?alf_ticket=${mine}`)).status).toBe(200);
    expect((await as(undefined).delete(`${TICKETS}/-me-?alf_ticket=${mine}`)).status).toBe(204);
    expect((await as(undefined).get(`people/-me-?alf_ticket=${mine}`)).status).toBe(401);
  });

  it('lets a person change their own password with the old one only, and ends a disabled person at once', async () => {
    await adminOf(repository).post('people', { id: 'bernard', firstName: 'Bernard', email: 'bernard@example.org', password: 'secret1' });
    const bernard = as(basic('bernard', 'secret1'));
    expect((await bernard.put('people/-me-', { password: 'secret2', oldPassword: 'guess' })).status).toBe(403);
    expect((await bernard.put('people/-me-', { password: 'secret2', oldPassword: 'secret1' })).status).toBe(200);
    expect((await as(basic('bernard', 'secret1')).get('people/-me-')).status).toBe(401);
    const mine = await ticket('bernard', 'secret2');
    await adminOf(repository).put('people/bernard', { enabled: false });
    expect((await as(undefined).get(`people/-me-?alf_ticket=${mine}`)).status).toBe(401);
    expect((await as(basic('bernard', 'secret2')).get('people/-me-')).status).toBe(401);
  });

  it('says 501 with the operation for what it does not offer, and 404 for what no Alfresco knows', async () => {
    const admin = adminOf(repository);
    const absent = await admin.get('people/-me-/activities');
    expect([absent.status, absent.body.error.errorKey]).toEqual([501, 'Not offered by the embedded repository: GET people/-me-/activities']);
    expect((await admin.get('/alfresco/s/api/rm/rm-actiondefinitions')).status).toBe(501);
    expect((await admin.get('nosuchthing')).status).toBe(404);
  });
});
