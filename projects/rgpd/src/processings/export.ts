import { createHash } from 'node:crypto';
import { dayIn, registerChanges, longDay, type ProcessingRegister, type RegisterChanges } from '@bannette/domain';
import { notFound, type Caller, type ProcessingExportView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId, type Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import { registerCsv, type ExportHead } from './csv.js';
import { currentRegister, type Surroundings } from './facts.js';
import { registerPdf } from './pdf.js';

type ExportRow = Selectable<Database['processing_export']>;
/** All but its bytes, which are only read to be handed out. */
export const exportColumns = ['number', 'made_at', 'made_by_name', 'setting_version', 'register', 'csv_sha256', 'pdf_sha256'] as const;
export type ShownExport = Pick<ExportRow, (typeof exportColumns)[number]>;

/** Keeps the register as it is now, as CSV and PDF/A, under the next number. */
export async function exportRegister(house: House, call: { readonly caller: Caller; readonly correlationId: string }, surroundings: Surroundings): Promise<ProcessingExportView> {
  const register = await currentRegister(house, surroundings);
  const [settings, versions, now] = [await house.settings(), await house.settingVersions(), house.now()];
  const { caller } = call;
  const row = await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx.selectFrom('entity').select('id').where('id', '=', house.entityId).forNoKeyUpdate().executeTakeFirst();
    const last = await tx.trx.selectFrom('processing_export').select('number').where('entity_id', '=', house.entityId).orderBy('number', 'desc').limit(1).executeTakeFirst();
    const head: ExportHead = { number: (last?.number ?? 0) + 1, version: versions.processings ?? 0, day: longDay(dayIn(settings.authority.timeZone, now)), by: caller.displayName };
    const csv = registerCsv(head, register);
    const pdf = await registerPdf({ ...head, sha256: digest(csv).toString('hex') }, register);
    const values = { id: newId(), entity_id: house.entityId, number: head.number, made_at: now, made_by: caller.id, made_by_name: caller.displayName, setting_version: head.version, register: JSON.stringify(register), csv, csv_sha256: digest(csv), pdf, pdf_sha256: digest(pdf) };
    tx.append({ type: 'processing.exported', subjectKind: 'processing', subjectId: String(head.number), data: { number: head.number, version: head.version, processings: register.entries.length, csv: digest(csv).toString('hex'), pdf: digest(pdf).toString('hex') } });
    return tx.trx.insertInto('processing_export').values(values).returning(exportColumns).executeTakeFirstOrThrow();
  });
  return toExport(row);
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

export const toExport = (row: ShownExport): ProcessingExportView => ({
  number: row.number,
  madeAt: row.made_at.toISOString(),
  madeBy: row.made_by_name,
  version: row.setting_version,
  processings: row.register.entries.length,
  csvSha256: row.csv_sha256.toString('hex'),
  pdfSha256: row.pdf_sha256.toString('hex'),
});

export async function lastExport(house: House, before?: number): Promise<ShownExport | undefined> {
  let exports = house.store.db.selectFrom('processing_export').select(exportColumns).where('entity_id', '=', house.entityId);
  if (before !== undefined) exports = exports.where('number', '<', before);
  return exports.orderBy('number', 'desc').limit(1).executeTakeFirst();
}

const nothing: Pick<ProcessingRegister, 'entries'> = { entries: [] };

/** What an export tells otherwise than the one before; the first is all new. */
export async function changesOfExport(house: House, number: number): Promise<RegisterChanges> {
  const row = await house.store.db.selectFrom('processing_export').select('register').where('entity_id', '=', house.entityId).where('number', '=', number).executeTakeFirst();
  if (!row) throw notFound('processingExport');
  const before = await lastExport(house, number);
  return before ? registerChanges(before.register, row.register) : { ...registerChanges({ ...row.register, ...nothing }, row.register) };
}
