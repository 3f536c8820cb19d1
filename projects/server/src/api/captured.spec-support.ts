import { Readable } from 'node:stream';
import type { House } from '@bannette/house';
import type { Proposals } from '@bannette/domain';
import { newId } from '@bannette/store';
import { testLetter } from '../testing/index.js';

export interface Captured {
  readonly id?: string;
  readonly proposals?: Proposals;
  readonly text?: string;
}

/** A mail as capture leaves it: its letter in the spool, its words read, the journal told. */
export async function captured(house: House, { id = newId(), proposals = {}, text = '' }: Captured = {}): Promise<string> {
  const { bytes } = await testLetter(id);
  const spooled = await house.spool.write(Readable.from([bytes]), { maxBytes: 1024 * 1024 });
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    await tx.trx.insertInto('mail').values({ id, entity_id: house.entityId, category: 'incoming', state: 'toQualify', channel: 'post', proposals: JSON.stringify(proposals), read_text: text, copies: [], confidentiality: 0, readers: ['GROUP_GEC_COURRIER'], listers: ['GROUP_GEC_COURRIER'] }).execute();
    await tx.trx.insertInto('document').values({ id: newId(), mail_id: id, position: 1, role: 'main', name: 'document-1.pdf', media_type: 'application/pdf', size: spooled.size, sha512: spooled.sha512, pages: 1, warnings: '[]', spool_key: spooled.key }).execute();
    tx.append({ type: 'mail.captured', subjectKind: 'mail', subjectId: id });
  });
  return id;
}
