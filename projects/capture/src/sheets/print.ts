import { inMailRoom, may } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract } from '@bannette/http';
import { forRights, type House } from '@bannette/house';
import { labelsPdf } from './labels.js';
import { sheetsPdf, type Sheet } from './sheets.js';
import { words } from './words.js';

/** Separators, as the settings name services and types. */
export async function printSeparators(house: House, { caller, body, reply }: Call<Contract['printSeparators']>): Promise<Buffer> {
  if (!inMailRoom(caller)) throw forbidden('printSeparators');
  const { services, types, authority } = await house.settings();
  const named = (code: 'unknownService' | 'unknownType', known: readonly { code: string; label: string }[], kind: 'service' | 'type') => (value: string): Sheet => {
    const entry = known.find((each) => each.code === value);
    if (!entry) throw invalid(code, `There is no ${value}`, { [kind]: value });
    return { code: { kind, value }, label: entry.label };
  };
  const sheets: Sheet[] = [
    ...(body.newLetter ? [{ code: { kind: 'newLetter' as const, value: '' }, label: words.newLetter }] : []),
    ...body.services.map(named('unknownService', services, 'service')),
    ...body.types.map(named('unknownType', types, 'type')),
  ];
  if (!sheets.length) throw invalid('nothingToPrint', 'No sheet was chosen', {});
  sendPdf(reply, 'separateurs');
  return sheetsPdf(sheets.flatMap((sheet) => times(body.copies, sheet)), { authority: authority.name, entityId: house.entityId });
}

/** Sheets and labels of numbered mails: of a mail that one may not know of, no more is said than that there is none. */
export async function printMailSheets(house: House, { caller, body, reply }: Call<Contract['printMailSheets']>): Promise<Buffer> {
  if (!inMailRoom(caller)) throw forbidden('printMailSheets');
  const { authority } = await house.settings();
  const rows = await house.store.db.selectFrom('mail').select(['chrono', 'state', 'service', 'copies', 'confidentiality', 'compartment', 'mail_rooms', 'intermediate_at']).where('entity_id', '=', house.entityId).where('chrono', 'in', body.mails).execute();
  const known = new Set(rows.filter((row) => may(caller, 'list', forRights(row))).map(({ chrono }) => chrono));
  const missing = body.mails.find((chrono) => !known.has(chrono));
  if (missing !== undefined) throw invalid('unknownChrono', `There is no mail ${missing}`, { chrono: missing });
  const to = { authority: authority.name, entityId: house.entityId };
  if (body.form === 'identification') {
    sendPdf(reply, 'identification');
    return sheetsPdf(body.mails.flatMap((chrono) => times<Sheet>(body.copies, { code: { kind: 'identification', value: chrono }, label: chrono })), to);
  }
  sendPdf(reply, 'etiquettes');
  return labelsPdf(body.mails.flatMap((chrono) => times(body.copies, chrono)), body, to);
}

const times = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of);

function sendPdf(reply: Call<Contract['printSeparators']>['reply'], name: string): void {
  reply.header('content-type', 'application/pdf');
  reply.header('content-disposition', `inline; filename="${name}.pdf"`);
  reply.header('cache-control', 'private, no-store');
}
