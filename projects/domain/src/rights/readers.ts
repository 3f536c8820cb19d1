import { restrictedFrom, type Confidentiality } from '../mail/vocabulary.js';
import { compartmentGroup, headGroup, secretariatGroup, serviceGroup } from './groups.js';
import { mailRoomsOr } from './mail-rooms.js';

/** What of a mail decides who may read it. */
export interface Secrecy {
  readonly service?: string;
  readonly copies: readonly string[];
  readonly confidentiality: Confidentiality;
  readonly compartment?: string;
  /** Groups of the mail rooms that handle it; none said: the central one. */
  readonly mailRooms?: readonly string[];
  /** Its current use has ended: an intermediate archive. */
  readonly intermediate?: boolean;
}

export function isRestricted(mail: Pick<Secrecy, 'confidentiality'>): boolean {
  return mail.confidentiality >= restrictedFrom;
}

/**
 * Groups that may open the mail and its documents, here and in Alfresco alike. A restricted mail is read by the cleared
 * people of its services only; where it has no compartment, by the heads and secretaries of its service. So is every mail
 * whose current use has ended, by those of the service that treated it alone.
 */
export function readersOf(mail: Secrecy): readonly string[] {
  const services = [...(mail.service ? [mail.service] : []), ...mail.copies];
  const mailRooms = mailRoomsOr(mail.mailRooms);
  if (!mail.service) return mailRooms;
  if (mail.intermediate) return keepersIn(mail.service, mail);
  if (!isRestricted(mail)) return unique([...mailRooms, ...services.map(serviceGroup)]);
  return unique(services.flatMap((service) => keepersIn(service, mail)));
}

const keepersIn = (service: string, mail: Secrecy): readonly string[] => (isRestricted(mail) && mail.compartment ? [compartmentGroup(service, mail.compartment)] : [headGroup(service), secretariatGroup(service)]);

/** Groups that see at least that the mail is there: a masked line for those who may not read it. */
export function listersOf(mail: Secrecy): readonly string[] {
  return unique([...readersOf(mail), ...mailRoomsOr(mail.mailRooms), ...(mail.service ? [serviceGroup(mail.service)] : [])]);
}

const unique = (groups: readonly string[]): readonly string[] => [...new Set(groups)];
