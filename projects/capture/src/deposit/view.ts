import { may, mayHandle, type Person } from '@bannette/domain';
import { notFound, type Deposit } from '@bannette/http';
import { forRights, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';

type FileRow = Selectable<Database['deposit_file']>;
type DepositRow = Selectable<Database['deposit']>;

/** Who may know of a deposit: its author and the mail rooms that handle it. */
export function maySee(person: Person, deposit: Pick<DepositRow, 'created_by' | 'mail_rooms'>): boolean {
  return deposit.created_by === person.id || mayHandle(person, deposit.mail_rooms);
}

export async function viewDeposit(house: House, person: Person, id: string): Promise<Deposit> {
  const row = await house.store.db.selectFrom('deposit').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !maySee(person, row)) throw notFound('deposit');
  const [view] = await viewDeposits(house, person, [row]);
  if (!view) throw notFound('deposit');
  return view;
}

/** Deposits with their files and mails. A tray is told only of mails that the person may list. */
export async function viewDeposits(house: House, person: Person, rows: readonly DepositRow[]): Promise<Deposit[]> {
  if (!rows.length) return [];
  const ids = rows.map(({ id }) => id);
  const making = await beingMade(house, rows);
  // Files first: whoever is told that they are read is told of the mails that came of them.
  const files = await house.store.db.selectFrom('deposit_file').selectAll().where('deposit_id', 'in', ids).orderBy('position').execute();
  const mails = await house.store.db.selectFrom('mail').select(['id', 'deposit_id', 'state', 'chrono', 'tray', 'service', 'copies', 'confidentiality', 'compartment', 'mail_rooms', 'intermediate_at']).where('deposit_id', 'in', ids).orderBy('id').execute();
  return rows.map((row) => {
    const own = files.filter((file) => file.deposit_id === row.id);
    return {
      id: row.id,
      state: making.has(row.batch_id ?? '') ? readingAtMost(stateOf(own)) : stateOf(own),
      channel: row.channel,
      source: row.source,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      site: row.site ?? undefined,
      senderName: row.sender_name ?? undefined,
      receivedAt: row.received_at ?? undefined,
      files: own.map(viewFile),
      mails: mails
        .filter((mail) => mail.deposit_id === row.id)
        .map((mail) => ({ id: mail.id, state: mail.state, chrono: mail.chrono ?? undefined, tray: may(person, 'list', forRights(mail)) || row.created_by === person.id ? (mail.tray ?? undefined) : undefined })),
    };
  });
}

export function viewFile(file: FileRow): Deposit['files'][number] {
  return {
    id: file.id,
    name: file.original_name,
    size: file.size,
    mediaType: file.media_type ?? undefined,
    sha512: file.sha512,
    state: file.state,
    reason: file.reason ?? undefined,
    reasonParams: file.reason_params ?? undefined,
    warnings: [...file.warnings],
    waitsFor: file.waits_for ?? undefined,
    attachments: file.attachments.length ? [...file.attachments] : undefined,
    pages: file.pages ?? undefined,
    confidence: file.confidence ?? undefined,
    mailId: file.mail_id ?? undefined,
    batchId: file.cut_from ?? undefined,
  };
}

/** Batches that are on their way to be mails, without anybody's word. */
async function beingMade({ store: { db } }: House, rows: readonly DepositRow[]): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ batch_id }) => batch_id ?? []);
  if (!ids.length) return new Set();
  const open = await db.selectFrom('batch').select('id').where('id', 'in', ids).where((eb) => eb.or([eb('state', 'in', ['received', 'separated', 'read']), eb('releasing_since', 'is not', null)])).execute();
  return new Set(open.map(({ id }) => id));
}

/** Whoever waits until it is done finds its mails then. */
const readingAtMost = (state: Deposit['state']): Deposit['state'] => (state === 'done' ? 'reading' : state);

function stateOf(files: readonly FileRow[]): Deposit['state'] {
  if (files.some(({ state }) => state === 'quarantined')) return 'attention';
  if (files.some(({ state }) => state === 'waiting')) return files.every(({ state }) => state === 'waiting') ? 'accepted' : 'reading';
  return files.some(({ state }) => state === 'reading') ? 'reading' : 'done';
}
