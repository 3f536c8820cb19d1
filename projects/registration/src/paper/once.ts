import { createHash } from 'node:crypto';
import { conflict } from '@bannette/http';
import { canonicalJson, type JsonObject, type Tx } from '@bannette/store';

/**
 * Does `make` once for a request's key, in the caller's transaction: a repeated request is answered with what the first one
 * made, one that comes at the same time waits for it.
 *
 * @throws Problem 409 `idempotencyMismatch` for a key that came with other content, or from somebody else
 */
export async function once(tx: Tx, key: string, content: JsonObject, make: () => Promise<string>): Promise<string> {
  const { entityId, actor } = tx.context;
  const digest = createHash('sha256').update(canonicalJson(content)).digest('hex');
  const first = await tx.trx.insertInto('paper_request').values({ key, entity_id: entityId, actor, digest, made: '' }).onConflict((known) => known.doNothing()).returning('key').executeTakeFirst();
  if (!first) {
    const known = await tx.trx.selectFrom('paper_request').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
    if (known.digest !== digest || known.actor !== actor) throw conflict('idempotencyMismatch', 'This key came before with other content');
    return known.made;
  }
  const made = await make();
  await tx.trx.updateTable('paper_request').set({ made }).where('key', '=', key).execute();
  return made;
}
