import { sql } from 'kysely';
import { newId } from '../ids.js';
import { openStore, type Store } from '../open-store.js';
import { createTestDatabase } from '../testing.js';
import { past } from './0024_rules.js';

describe('Distributions before they were kept', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let store: Store;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const mail = async (): Promise<string> => {
    const id = newId();
    await store.db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'distributed', channel: 'email', type: 'TAX', subject: 'Impôts', proposals: '{}', read_text: '', correspondent: JSON.stringify({ kind: 'company', name: 'X', postcode: '62100', email: 'a@Firm.example' }), copies: [], readers: [], listers: [], confidentiality: 0 }).execute();
    return id;
  };
  // People and consumers are seconds apart, and never within one thousandth.
  let seconds = 0;
  const append = async (subjectId: string, type: string, data: { [name: string]: string | object } = {}, actor = 'system'): Promise<void> => {
    await store.transaction({ entityId: 'default', actor }, async (tx) => tx.append({ type, subjectKind: 'mail', subjectId, data: data as never, at: new Date(Date.UTC(2026, 0, 5, 9, 0, ++seconds)) }));
  };
  const sent = (id: string, tray: string, rule?: string) => append(id, 'mail.distributed', { tray, service: tray.toUpperCase(), because: rule ? { code: 'route.rule', params: { rule } } : { code: 'route.operator', params: {} } });
  const rows = (id: string) => store.db.selectFrom('distribution').selectAll().where('mail_id', '=', id).orderBy('at').orderBy('id').execute();

  it('come from the journal, with what the mail is now, what came back, and where it went instead', async () => {
    const [returned, undone] = [await mail(), await mail()];
    for (const [id, takenBack] of [[returned, false], [undone, true]] as const) {
      await sent(id, 'a', 'taxes');
      await append(id, 'mail.rerouted', { from: 'a' }, 'ines');
      await sent(id, 'b');
      if (takenBack) await append(id, 'mail.undone', { action: 'reroute' }, 'ines');
    }
    await sql.raw('delete from distribution').execute(store.db);
    await store.db.transaction().execute((trx) => sql.raw(past).execute(trx));
    const [first, second] = await rows(returned);
    expect([first?.rule, first?.tray, first?.returned_by, first?.instead_tray, first?.instead_service]).toEqual(['taxes', 'a', 'ines', 'b', 'B']);
    expect(JSON.parse(JSON.stringify(first?.facts))).toEqual({ type: 'TAX', subject: 'Impôts', channel: 'email', postcode: '62100', senderKind: 'company', senderDomain: 'firm.example' });
    expect([second?.rule, String(second?.facts['service']), second?.returned_at]).toEqual([null, 'B', null]);
    expect((await rows(undone)).map(({ returned_at }) => returned_at)).toEqual([null, null]);
  });
});
