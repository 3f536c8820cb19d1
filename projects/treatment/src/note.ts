import { belongs, isOpen, mailRoomsOf, mayChangeNote, serviceGroup, type Person } from '@bannette/domain';
import { forbidden, invalid, notFound, type Call, type Contract, type Mail } from '@bannette/http';
import { act, changeMail, contextOf, lockMail, notesSeenBy, requireRight, viewMail, type House, type MailRow } from '@bannette/house';
import { newId, type Database, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { opens, requireReaders } from './work/readers.js';

type NoteBody = Call<Contract['note']>['body'];
type Audience = Pick<Selectable<Database['note']>, 'visibility' | 'audience' | 'mentions'>;

/** Leaves a note. Its words are in its row only, they may name persons; the journal keeps that it is there, and for whom. */
export async function note(house: House, call: Call<Contract['note']>): Promise<Mail> {
  return act(house, { ...call, body: {} }, {
    action: 'note',
    change: async (mail, tx) => {
      const id = newId();
      const audience = await audienceOf(tx, mail, call.caller, call.body);
      await tx.trx.insertInto('note').values({ id, mail_id: mail.id, author: call.caller.id, author_name: call.caller.displayName, text: call.body.text, ...audience }).execute();
      return { set: {}, entry: { type: 'mail.noted', data: said(id, audience, audience.mentions) } };
    },
  });
}

/** Changes a note; the words before are gone. */
export async function changeNote(house: House, call: Call<Contract['changeNote']>): Promise<Mail> {
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const { mail, row } = await ownNote(house, tx, call);
    const audience = await audienceOf(tx, mail, call.caller, call.body);
    await tx.trx.updateTable('note').set({ text: call.body.text, changed_at: house.now(), ...audience }).where('id', '=', row.id).execute();
    await changeMail(tx, mail, { set: {}, entry: { type: 'mail.noteChanged', data: said(row.id, audience, audience.mentions.filter((id) => !row.mentions.includes(id))) } });
  });
  return viewMail(house, call.caller, call.params.id);
}

export async function deleteNote(house: House, call: Call<Contract['deleteNote']>): Promise<Mail> {
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const { mail, row } = await ownNote(house, tx, call);
    await tx.trx.deleteFrom('note').where('id', '=', row.id).execute();
    await changeMail(tx, mail, { set: {}, entry: { type: 'mail.noteDeleted', data: { note: row.id } } });
  });
  return viewMail(house, call.caller, call.params.id);
}

const said = (note: string, { visibility }: Audience, mentions: readonly string[]) => ({ note, visibility, ...(mentions.length ? { mentions: [...mentions] } : {}) });

/** The mail under lock and the note, if the caller may change it; one that they may not see is not there for them. */
async function ownNote(house: House, tx: Tx, { params, caller }: Pick<Call<Contract['deleteNote']>, 'params' | 'caller'>): Promise<{ mail: MailRow; row: Selectable<Database['note']> }> {
  const mail = await lockMail(tx, params.id);
  requireRight(caller, 'note', mail);
  const row = await notesSeenBy(tx.trx, mail.id, caller).where('id', '=', params.note).executeTakeFirst();
  if (!row) throw notFound('note');
  if (!mayChangeNote(caller, { author: row.author, createdAt: row.created_at }, { open: isOpen(mail.state), state: mail.state }, house.now())) throw forbidden('changeNote');
  return { mail, row };
}

/**
 * Who sees it and who is told of it: only people who may open the mail, and only those whom the note is for.
 * @throws 422 `notAReader`, `mentionNotSeen`, `nobodyNamed`, `notYourService`
 */
async function audienceOf(tx: Tx, mail: MailRow, author: Person, { visibility, service, persons, mentions }: NoteBody): Promise<Audience> {
  const told = [...new Set(mentions)].filter((id) => id !== author.id);
  const people = await requireReaders(tx, mail, [...(visibility === 'persons' ? persons : []), ...told]);
  if (visibility === 'me' && told.length) throw invalid('mentionNotSeen', 'Nobody but you sees this note');
  if (visibility !== 'service') {
    const named = visibility === 'persons' ? [...new Set([...persons, ...told])] : [];
    if (visibility === 'persons' && !named.length) throw invalid('nobodyNamed', 'Name who sees it');
    return { visibility, audience: named, mentions: told };
  }
  const group = groupOf(mail, author, service);
  const blind = told.find((id) => !opens(people.get(id), [group]));
  if (blind) throw invalid('mentionNotSeen', 'Somebody who is mentioned does not see this note', { person: people.get(blind)?.display_name ?? blind });
  return { visibility, audience: [group], mentions: told };
}

/** The group that "my service" means: the one that is said, else the one that treats the mail, else the first of theirs, else their mail room. */
function groupOf(mail: MailRow, author: Person, service: string | undefined): string {
  const wanted = service ?? (mail.service && belongs(author, serviceGroup(mail.service)) ? mail.service : undefined);
  const [first] = [...author.groups.filter((group) => group.startsWith(serviceGroup('')) && !group.slice(serviceGroup('').length).includes('__')), ...mailRoomsOf(author)];
  const group = wanted === undefined ? first : serviceGroup(wanted);
  if (!group || !belongs(author, group)) throw invalid('notYourService', 'This is no service of yours');
  return group;
}
