import type { House } from '@bannette/house';

/**
 * Forgets files that somebody chose in a form and never registered: rows first, so that the sweep then takes their bytes.
 * Only deposits that came before `before`.
 *
 * @returns how many deposits went
 */
export async function forgetUnclaimed(house: House, before: Date): Promise<number> {
  const waiting = await house.store.db.selectFrom('deposit').select('id').where('purpose', '=', 'form').where('mail_id', 'is', null).where('created_at', '<', before).orderBy('id').limit(500).execute();
  for (const { id } of waiting) {
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const still = await tx.trx.selectFrom('deposit').select('id').where('id', '=', id).where('mail_id', 'is', null).forNoKeyUpdate().executeTakeFirst();
      if (!still) return;
      const files = (await tx.trx.selectFrom('deposit_file').select('id').where('deposit_id', '=', id).execute()).map((file) => file.id);
      if (files.length) await tx.trx.deleteFrom('page_text').where('file_id', 'in', files).execute();
      await tx.trx.deleteFrom('deposit_file').where('deposit_id', '=', id).execute();
      await tx.trx.deleteFrom('deposit').where('id', '=', id).execute();
      tx.append({ type: 'deposit.forgotten', subjectKind: 'deposit', subjectId: id });
    });
  }
  return waiting.length;
}
