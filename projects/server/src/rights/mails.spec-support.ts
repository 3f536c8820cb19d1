import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { changeMail, lockMail, type House } from '@bannette/house';
import type { MailState } from '@bannette/domain';
import { newId, type Store } from '@bannette/store';
import { until } from '../testing/index.js';
import { secrets, type Secret } from './cast.spec-support.js';

export const states = ['toQualify', 'registered', 'distributed', 'inProgress', 'closed', 'noFollowUp', 'sent', 'voided'] as const satisfies readonly MailState[];
export type State = (typeof states)[number];

export interface TestMail {
  readonly id: string;
  readonly state: State;
  readonly secret: Secret;
  readonly documentId: string;
  readonly chrono?: string;
  /** Stands in its subject only. */
  readonly word: string;
  /** Node ids in Alfresco: the mail's folder, its original, its searchable PDF; absent before it has its number. */
  readonly nodes?: { readonly folder: string; readonly original: string; readonly searchable: string };
}

export const hasService = (state: State): boolean => state !== 'toQualify' && state !== 'registered' && state !== 'voided';
export const worded = ({ state, secret }: TestMail): string => `${secret}, ${state}`;

/** A mail in each state with each secret, as the stations leave them, in the store and in Alfresco. */
export async function prepareMails(house: House): Promise<readonly TestMail[]> {
  const cells = states.flatMap((state) => secrets.map((secret) => ({ state, secret })));
  const made = [];
  for (const [index, { state, secret }] of cells.entries()) made.push(await prepareMail(house, state, secret, index));
  await mirrored(house.store);
  return Promise.all(made.map((mail) => withNodes(house, mail)));
}

export async function mirrored({ db }: Store): Promise<void> {
  await until('Alfresco is equal to all mails that have a number', async () => !(await db.selectFrom('mail').select('id').where('node_name', 'is not', null).whereRef('applied_version', '<', 'desired_version').executeTakeFirst()));
}

async function prepareMail(house: House, state: State, secret: Secret, index: number): Promise<TestMail> {
  const [id, documentId] = [newId(), newId()];
  const word = `mot${createHash('sha256').update(id).digest('hex').replace(/\d/g, '').slice(0, 12)}`;
  const chrono = state === 'toQualify' ? undefined : `T-2026-${String(index).padStart(6, '0')}`;
  const spool = (text: string) => house.spool.write(Readable.from([Buffer.from(text)]), { maxBytes: 1000 });
  const [original, searchable] = [await spool(`original ${id}`), await spool(`searchable ${id}`)];
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const proposals = { subject: { value: `Lettre ${word}`, confidence: 1, because: 'line' } };
    await tx.trx.insertInto('mail').values({ id, entity_id: house.entityId, category: state === 'sent' ? 'outgoing' : 'incoming', state: 'toQualify', channel: 'post', proposals: JSON.stringify(proposals), read_text: `texte${word}`, copies: [], confidentiality: 0, readers: [], listers: [] }).execute();
    await tx.trx.insertInto('document').values({ id: documentId, mail_id: id, position: 1, role: 'main', name: `${chrono ?? 'document'}-1.png`, media_type: 'image/png', size: original.size, sha512: original.sha512, pages: 1, warnings: '[]', spool_key: original.key, searchable_key: searchable.key, searchable_size: searchable.size, searchable_sha512: searchable.sha512 }).execute();
    const mail = await lockMail(tx, id);
    if (!mail) throw new Error('The mail is not there');
    const facts = { subject: `Lettre ${word}`, correspondent: JSON.stringify({ kind: 'individual', name: `Nom${word}`, postcode: '98100' }), type: hasService(state) ? 'ASE_COURRIER' : 'COURRIER_GENERAL', schedule_row: 'SOC-07', received_at: '2026-01-05', registered_at: house.now() };
    await changeMail(tx, mail, {
      set: {
        state,
        ...(secret === 'ordinary' ? {} : { confidentiality: secret === 'restricted' ? 2 : 3, compartment: secret === 'restricted' ? null : 'ASE' }),
        ...(chrono ? { chrono, node_name: chrono, node_path: '2026/01/05', ...facts } : {}),
        ...(hasService(state) ? { service: 'ENFANCE', tray: 'enfance', copies: ['NORD'] } : {}),
        ...(state === 'closed' || state === 'noFollowUp' ? { closed_at: house.now() } : {}),
      },
      entry: { type: 'mail.prepared' },
    });
  });
  return { id, state, secret, documentId, chrono, word };
}

async function withNodes(house: House, mail: TestMail): Promise<TestMail> {
  const { node_id: folder } = await house.store.db.selectFrom('mail').select('node_id').where('id', '=', mail.id).executeTakeFirstOrThrow();
  const { node_id: original, searchable_node_id: searchable } = await house.store.db.selectFrom('document').select(['node_id', 'searchable_node_id']).where('id', '=', mail.documentId).executeTakeFirstOrThrow();
  return folder && original && searchable ? { ...mail, nodes: { folder, original, searchable } } : mail;
}
