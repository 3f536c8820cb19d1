import { belongs, houseGroups, propertyOf } from '@bannette/domain';
import { forbidden, type Call, type Contract } from '@bannette/http';
import { enqueueMirror, knownFieldProperties, type House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';

/** Which custom fields Alfresco has a property for. */
export async function fieldProperties(house: House, { caller }: Call<Contract['fieldProperties']>) {
  if (!belongs(caller, houseGroups.administrators)) throw forbidden('fieldProperties');
  const { forms } = await house.settings();
  const known = forms.fields.length ? await knownFieldProperties(house) : new Set<string>();
  return { items: forms.fields.map(({ key }) => ({ key, property: propertyOf(key), there: known.has(propertyOf(key)) })) };
}

const batch = 500;

/**
 * Sends mails to Alfresco again whose values waited there for a property: once for each property that an administrator has
 * added. A crash in between begins anew with what was not sent.
 *
 * @returns how many mails are sent
 */
export async function sendWaitingValues(house: House): Promise<number> {
  const { fields } = (await house.settings()).forms;
  if (!fields.length) return 0;
  const known = await knownFieldProperties(house);
  const seen = new Set((await house.store.db.selectFrom('custom_property').select('key').where('entity_id', '=', house.entityId).execute()).map(({ key }) => key));
  const grown = fields.map(({ key }) => key).filter((key) => known.has(propertyOf(key)) && !seen.has(key));
  if (!grown.length) return 0;
  let sent = 0;
  for (let after = '00000000-0000-0000-0000-000000000000', more = true; more; ) {
    const rows = await sendBatch(house, grown, after);
    sent += rows.length;
    after = rows.at(-1) ?? after;
    more = rows.length === batch;
  }
  await house.store.db.insertInto('custom_property').values(grown.map((key) => ({ entity_id: house.entityId, key }))).onConflict((known) => known.doNothing()).execute();
  return sent;
}

async function sendBatch(house: House, keys: readonly string[], after: string): Promise<readonly string[]> {
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const rows = await tx.trx.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where('id', '>', after).where(sql<SqlBool>`fields <> '{}' and fields ?| ${sql.val([...keys])}::text[]`).where('node_name', 'is not', null).orderBy('id').limit(batch).forUpdate().execute();
    for (const { id } of rows) {
      await tx.trx.updateTable('mail').set((eb) => ({ desired_version: eb('desired_version', '+', 1) })).where('id', '=', id).execute();
      await enqueueMirror(tx, id);
    }
    return rows.map(({ id }) => id);
  });
}
