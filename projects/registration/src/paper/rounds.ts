import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MailAction, Person } from '@bannette/domain';
import { conflict, invalid, notFound, type Call, type Contract, type Round } from '@bannette/http';
import { changeMail, contextOf, lockMail, requireRight, type House } from '@bannette/house';
import { newId, type Database, type HandedOver, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { once } from './once.js';
import { carriedBy } from './scope.js';

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Given {
  readonly mails: readonly string[];
  readonly action: MailAction;
  readonly by?: string;
  readonly to: string;
  readonly signature?: Buffer;
}

/** Several mails in other hands, against the signature of who receives them. */
export async function handOver(house: House, call: Call<Contract['handOver']>): Promise<Round> {
  const { key, mails, to, signature } = call.body;
  const image = Buffer.from(signature, 'base64');
  if (!image.subarray(0, pngHead.length).equals(pngHead)) throw invalid('notAnImage', 'The signature is no PNG');
  const given = { mails, action: 'handOver' as const, by: call.caller.displayName, to, signature: image };
  const id = await house.store.transaction(contextOf(house, call), (tx) => once(tx, key, { mails, to, signature: sha512(image) }, () => keep(house, tx, call.caller, given)));
  return roundOf(house, id);
}

/** Several mails received by who is signed in; their account stands for their signature. */
export async function receive(house: House, call: Call<Contract['receive']>): Promise<Round> {
  const { key, mails, from } = call.body;
  const id = await house.store.transaction(contextOf(house, call), (tx) => once(tx, key, { mails, from: from ?? null }, () => keep(house, tx, call.caller, { mails, action: 'receive', by: from, to: call.caller.displayName })));
  return roundOf(house, id);
}

const sha512 = (image: Buffer): string => createHash('sha512').update(image).digest('hex');

/** All of them or none; locked in the order of their ids, so that two rounds never wait for one another. */
async function keep(house: House, tx: Tx, caller: Person, { mails, action, by, to, signature }: Given): Promise<string> {
  const round = newId();
  const at = house.now();
  const method = signature ? ('signature' as const) : ('login' as const);
  const digest = signature && sha512(signature);
  await tx.trx.insertInto('round').values({ id: round, entity_id: house.entityId, at, given_by: by ?? null, received_by: to, method, signature: signature ?? null, signature_sha512: digest ?? null }).execute();
  for (const id of [...new Set(mails)].sort()) {
    const mail = await lockMail(tx, id);
    requireRight(caller, action, mail);
    if (!mail.unscanned) throw conflict('notUnscanned', 'This mail was scanned');
    if (mail.handed_over && mail.handed_over.service === mail.service) throw conflict('alreadyHandedOver', 'This mail was handed over', { chrono: mail.chrono ?? '' });
    const handedOver: HandedOver = { round, at: at.toISOString(), ...(by ? { by } : {}), to, service: mail.service, method, ...(digest ? { signature: digest } : {}) };
    await tx.trx.insertInto('round_mail').values({ round_id: round, mail_id: id }).execute();
    await changeMail(tx, mail, {
      set: { handed_over: JSON.stringify(handedOver) },
      entry: { type: 'mail.handedOver', data: { round, method, ...(mail.service ? { service: mail.service } : {}), ...(digest ? { signature: digest } : {}) }, personal: { to, ...(by ? { by } : {}) } },
    });
  }
  return round;
}

/** A page of rounds with a mail that `person` has to do with, newest first. */
export async function roundPage(house: House, person: Person, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: Round[]; next?: string }> {
  const filter = carriedBy(person, await house.settings());
  let query = house.store.db
    .selectFrom('round')
    .selectAll()
    .where('entity_id', '=', house.entityId)
    .where((eb) => eb.exists(eb.selectFrom('round_mail').innerJoin('mail', 'mail.id', 'mail_id').select('mail_id').whereRef('round_id', '=', 'round.id').where((mail) => filter(mail as never))));
  if (after) query = query.where('id', '<', after);
  const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const mails = shown.length
    ? await house.store.db.selectFrom('round_mail').innerJoin('mail', 'mail.id', 'mail_id').select(['round_id', 'mail.id', 'chrono', 'service']).where('round_id', 'in', shown.map(({ id }) => id)).where((mail) => filter(mail as never)).orderBy('chrono').execute()
    : [];
  const items = shown.map((row) => toRound(row, mails.filter(({ round_id }) => round_id === row.id)));
  return { items, next: rows.length > limit ? shown.at(-1)?.id : undefined };
}

async function roundOf(house: House, id: string): Promise<Round> {
  const { db } = house.store;
  const row = await db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return toRound(row, await db.selectFrom('round_mail').innerJoin('mail', 'mail.id', 'mail_id').select(['mail.id', 'chrono', 'service']).where('round_id', '=', id).orderBy('chrono').execute());
}

const toRound = (row: Selectable<Database['round']>, mails: readonly { readonly id: string; readonly chrono: string | null; readonly service: string | null }[]): Round => ({
  id: row.id,
  at: row.at.toISOString(),
  givenBy: row.given_by ?? undefined,
  receivedBy: row.received_by,
  method: row.method,
  signature: row.signature_sha512 ?? undefined,
  mails: mails.map(({ id, chrono, service }) => ({ id, chrono: chrono ?? '', service: service ?? undefined })),
});

/** The signature of a round that `person` has to do with. */
export async function signatureOf(house: House, { params, caller, reply }: Call<Contract['roundSignature']>): Promise<Readable> {
  const filter = carriedBy(caller, await house.settings());
  const found = await house.store.db
    .selectFrom('round')
    .select('signature')
    .where('id', '=', params.id)
    .where('entity_id', '=', house.entityId)
    .where((eb) => eb.exists(eb.selectFrom('round_mail').innerJoin('mail', 'mail.id', 'mail_id').select('mail_id').whereRef('round_id', '=', 'round.id').where((mail) => filter(mail as never))))
    .executeTakeFirst();
  if (!found?.signature) throw notFound('signature');
  reply.header('content-type', 'image/png').header('cache-control', 'private, no-store').header('content-disposition', 'inline; filename="signature.png"');
  return Readable.from([found.signature]);
}
