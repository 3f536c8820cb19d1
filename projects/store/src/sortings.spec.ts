import { sql } from 'kysely';
import { newId } from './ids.js';
import { openStore, type Store } from './open-store.js';
import { createTestDatabase, type TestDatabase } from './testing.js';

describe('A sorting in the store', () => {
  let database: TestDatabase;
  let store: Store;
  let count = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 2 });
    await store.db.insertInto('entity').values({ id: 'default', name: 'default' }).onConflict((conflict) => conflict.doNothing()).execute();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const run = (text: string) => sql.raw(text).execute(store.db);
  const refused = (text: string, words: RegExp) => expectAsync(run(text)).toBeRejectedWithError(words);
  const proposed = async (mail?: string): Promise<{ sorting: string; mail: string }> => {
    const [sorting, own] = [newId(), mail ?? newId()];
    if (!mail) await run(`INSERT INTO mail (id, entity_id, category, state, channel, proposals, read_text, confidentiality) VALUES ('${own}', 'default', 'incoming', 'closed', 'post', '{}', '', 0)`);
    await run(`
      INSERT INTO sorting (id, entity_id, year, number, chrono, title, state, row_code, row, rule, criterion, created_by, created_by_name) VALUES ('${sorting}', 'default', 2026, ${++count}, 'TRI-2026-${count}', 'Tri', 'draft', 'REC-03', '{}', '{"by":"hand"}', 'à la main', 'odile', 'Odile');
      INSERT INTO sorting_item (sorting_id, position, mail_id, unit, rank, year, due, documents, bytes, picked, proposed) VALUES ('${sorting}', 1, '${own}', '${own}', 1, 2018, '2023-12-31', 1, 10, 'notKept', 'notKept');
      UPDATE sorting SET state = 'proposed', proposed_by = 'odile', proposed_at = now(), proposed_sha512 = 'aa' WHERE id = '${sorting}'`);
    return { sorting, mail: own };
  };
  const agree = (sorting: string, by = 'hortense') => `UPDATE sorting_item SET decided = 'kept' WHERE sorting_id = '${sorting}'; UPDATE sorting SET state = 'agreed', agreed_by = '${by}', agreed_by_name = 'Hortense', agreed_on = '2026-11-22', reference = 'AD/1', agreed_at = now(), agreed_how = 'online', agreed_sha512 = 'bb' WHERE id = '${sorting}'`;

  it('is never agreed to by who made or proposed it, nor without name, day and reference', async () => {
    const { sorting } = await proposed();
    await refused(agree(sorting, 'odile'), /sorting_agreed_by_another/);
    await refused(`UPDATE sorting SET state = 'agreed', agreed_at = now() WHERE id = '${sorting}'`, /sorting_agreement_whole/);
    await refused(`UPDATE sorting SET state = 'done' WHERE id = '${sorting}'`, /sorting_agreement_whole/);
    await run(agree(sorting));
  });

  it('keeps its list once it is proposed, and what was decided for good', async () => {
    const { sorting } = await proposed();
    await refused(`UPDATE sorting_item SET proposed = 'kept' WHERE sorting_id = '${sorting}'`, /does not change/);
    await refused(`DELETE FROM sorting_item WHERE sorting_id = '${sorting}'`, /does not change/);
    await run(`UPDATE sorting_item SET noted = 'kept' WHERE sorting_id = '${sorting}'`);
    await run(agree(sorting));
    await refused(`UPDATE sorting_item SET decided = 'notKept' WHERE sorting_id = '${sorting}'`, /sorted once/);
    for (const [column, value] of [['rule', `'{"by":"rank"}'`], ['reference', `'AD/2'`], ['agreed_by', `'berthe'`], ['criterion', `'autre'`]]) await refused(`UPDATE sorting SET ${column} = ${value} WHERE id = '${sorting}'`, /agreed does not change/);
    await refused(`DELETE FROM sorting WHERE id = '${sorting}'`, /a sorting stays|violates foreign key/);
    await run(`UPDATE sorting_item SET carried_at = now() WHERE sorting_id = '${sorting}'; UPDATE sorting SET state = 'done' WHERE id = '${sorting}'`);
  });

  it('has of an agreement on paper its file and who copied it, both for good, and nobody’s account', async () => {
    const { sorting } = await proposed();
    const file = newId();
    await run(`INSERT INTO sorting_file (id, sorting_id, name, media_type, sha256, bytes, added_by) VALUES ('${file}', '${sorting}', 'accord.pdf', 'application/pdf', '\\x00', '\\x00', 'odile')`);
    const copied = (more: string) => `UPDATE sorting SET state = 'agreed', agreed_by_name = 'Hortense', agreed_on = '2026-11-22', reference = 'AD/1', agreed_at = now(), agreed_sha512 = 'bb', agreed_how = 'paper', ${more} WHERE id = '${sorting}'`;
    await refused(copied(`recorded_by = 'odile'`), /sorting_agreement_whole/);
    await refused(copied(`agreement_file = '${file}'`), /sorting_agreement_whole/);
    await refused(copied(`recorded_by = 'odile', agreement_file = '${file}', agreed_by = 'hortense'`), /sorting_agreement_whole/);
    await run(copied(`recorded_by = 'odile', agreement_file = '${file}'`));
    for (const change of [`recorded_by = 'berthe'`, `agreed_how = 'online'`, `agreement_signatures = '[1]'`]) await refused(`UPDATE sorting SET ${change} WHERE id = '${sorting}'`, /agreed does not change/);
    await refused(`UPDATE sorting_file SET name = 'autre.pdf' WHERE id = '${file}'`, /stays as it is/);
    await refused(`DELETE FROM sorting_file WHERE id = '${file}'`, /stays as it is/);
  });

  it('has a mail that no other sorting lays before an archivist at the same time', async () => {
    const { sorting, mail } = await proposed();
    await run(`UPDATE sorting_item SET claims = true WHERE sorting_id = '${sorting}'`);
    const other = await proposed(mail);
    await refused(`UPDATE sorting_item SET claims = true WHERE sorting_id = '${other.sorting}'`, /sorting_item_claim/);
    await run(`UPDATE sorting_item SET claims = false WHERE sorting_id = '${sorting}'; UPDATE sorting_item SET claims = true WHERE sorting_id = '${other.sorting}'`);
  });
});
