import { restrictedFrom, type Confidentiality } from '../mail/vocabulary.js';
import { compartmentGroup, houseGroups, serviceGroup } from './groups.js';

/** What of a mail decides who may read it. */
export interface Secrecy {
  readonly service?: string;
  readonly copies: readonly string[];
  readonly confidentiality: Confidentiality;
  readonly compartment?: string;
}

export function isRestricted(mail: Pick<Secrecy, 'confidentiality'>): boolean {
  return mail.confidentiality >= restrictedFrom;
}

/**
 * Groups that may open the mail and its documents, here and in Alfresco alike. A restricted mail is read by the cleared
 * people of its services only; where it has no compartment, by the heads and secretaries of its service.
 */
export function readersOf(mail: Secrecy): readonly string[] {
  const services = [...(mail.service ? [mail.service] : []), ...mail.copies];
  if (!mail.service) return [houseGroups.mailRoom];
  if (!isRestricted(mail)) return unique([houseGroups.mailRoom, ...services.map(serviceGroup)]);
  return unique(services.flatMap((service) => (mail.compartment ? [compartmentGroup(service, mail.compartment)] : [`${serviceGroup(service)}__RESPONSABLE`, `${serviceGroup(service)}__SECRETARIAT`])));
}

/** Groups that see at least that the mail is there: a masked line for those who may not read it. */
export function listersOf(mail: Secrecy): readonly string[] {
  return unique([...readersOf(mail), houseGroups.mailRoom, ...(mail.service ? [serviceGroup(mail.service)] : [])]);
}

const unique = (groups: readonly string[]): readonly string[] => [...new Set(groups)];
