import { Gec, type PermissionSet } from '@bannette/alfresco';
import { isRestricted, kindOf, type MailKind, type Settings } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import type { House } from '../house.js';
import type { MailRow } from './row.js';

export type DocumentRow = Selectable<Database['document']>;
export type NodeProperties = { readonly [name: string]: string | number | boolean | readonly string[] | null };

/**
 * What Alfresco is told of a mail, so that Share, ACA and search see it. Persons are named on the folder only.
 * @param facts what else a rebuild needs, see `writeFacts`
 */
export function mailProperties(mail: MailRow, settings: Settings, facts: string): NodeProperties {
  const { props } = Gec;
  const service = settings.services.find(({ code }) => code === mail.service);
  return {
    [props.id]: mail.id,
    [props.entity]: mail.entity_id,
    [props.chrono]: mail.chrono,
    [props.register]: mail.register,
    [props.registeredAt]: mail.registered_at?.toISOString() ?? null,
    [props.documentDate]: mail.document_date,
    [props.arrivalDate]: mail.received_at,
    [props.departureDate]: mail.departure_date,
    [props.closedAt]: mail.closed_at?.toISOString() ?? null,
    [props.subject]: mail.subject,
    [props.docType]: mail.type,
    [props.channel]: mail.channel,
    [props.summary]: mail.summary,
    [mail.category === 'outgoing' ? props.recipient : props.sender]: mail.correspondent ? JSON.stringify(mail.correspondent) : null,
    ...enteredProperties(mail),
    [props.tray]: mail.tray,
    [props.site]: mail.site,
    [props.treatingService]: service?.label ?? mail.service,
    [props.copyServices]: mail.copies,
    [props.assignee]: mail.assignee,
    [props.status]: mail.state,
    [props.dueDate]: mail.due_date,
    [props.confidentiality]: mail.confidentiality,
    [props.compartment]: mail.compartment,
    [props.maskInLists]: isRestricted(mail),
    [props.retentionRule]: mail.schedule_row,
    [props.retentionTriggerDate]: mail.retention_trigger,
    [props.retentionDueDate]: mail.retention_due,
    [props.rowFacts]: facts,
  };
}

/** A document's own properties: nothing of persons, they can't be changed once it is a record. */
export function documentProperties(document: DocumentRow, mail: MailRow, sha512: string): NodeProperties {
  const { props } = Gec;
  return {
    [props.id]: document.id,
    [props.entity]: mail.entity_id,
    [props.documentRole]: document.role,
    [props.position]: document.position,
    [props.pages]: document.pages,
    [props.sha512]: sha512,
    [props.deposit]: mail.deposit_id,
    [props.nature]: document.nature,
    [props.ocrEngine]: document.engine,
    [props.ocrConfidence]: document.confidence,
  };
}

/** What its form asked of a mail; nothing where there was none, so that other nodes don't get the aspect. */
function enteredProperties({ entry, parties }: MailRow): NodeProperties {
  const { props } = Gec;
  if (!entry && !parties.length) return {};
  return {
    [props.otherParties]: parties.map((party) => JSON.stringify(party)),
    [props.author]: entry?.author?.name ?? null,
    [props.addressee]: entry?.person?.name ?? null,
    [props.calledAt]: entry?.calledAt ?? null,
    [props.callMinutes]: entry?.minutes ?? null,
    [props.phone]: entry?.phone ?? null,
    [props.callBackPhone]: entry?.callBack?.phone ?? null,
    [props.callBackOn]: entry?.callBack?.on ?? null,
    [props.signBy]: entry?.signBy ?? null,
  };
}

const nodeTypes: { readonly [kind in MailKind]: string } = { incoming: Gec.types.incoming, outgoing: Gec.types.outgoing, note: Gec.types.internalNote, signature: Gec.types.signatureRequest, call: Gec.types.phoneCall };
export const nodeTypeOf = (mail: MailRow): string => nodeTypes[kindOf(mail)];

/** Beside its document's original; the same for all time, so that a crash finds it again. */
export const searchableMark = '-lisible';
export const searchableName = (name: string): string => `${name.replace(/\.\w+$/, '')}${searchableMark}.pdf`;

/** Readers only read: documents are added and changed by the house, so that owner, versions and rights stay right. */
export function mailPermissions(house: Pick<House, 'serviceAccount'>, mail: Pick<MailRow, 'readers'>): PermissionSet {
  return { inherit: false, entries: [{ authority: house.serviceAccount, role: 'Coordinator' }, ...mail.readers.map((authority) => ({ authority, role: 'Consumer' as const }))] };
}

/** A document has the rights of its mail's folder, and none of its own. */
export const documentPermissions: PermissionSet = { inherit: true, entries: [] };
