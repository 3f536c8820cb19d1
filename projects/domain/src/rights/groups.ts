import type { Settings } from '../settings/settings.js';
import type { ServiceSetting } from '../settings/services.js';

/** Functional groups of Alfresco that rights are given to; people come and go in them, entries on nodes stay. */
export const houseGroups = {
  mailRoom: 'GROUP_GEC_COURRIER',
  administrators: 'GROUP_GEC_ADMIN',
  dpo: 'GROUP_GEC_DPO',
  archives: 'GROUP_GEC_ARCHIVES',
  /** Who may be the second person of a campaign of elimination. */
  approvers: 'GROUP_GEC_ELIMINATION',
  /** Guests: the archivists of the State's control, who see the campaigns that were sent to them. */
  archivists: 'GROUP_GEC_ARCHIVISTES',
} as const;

/** A site's own mail room; a member of no other group, so that its people are not the central mail room. */
export const mailRoomGroup = (site: string): string => `${houseGroups.mailRoom}__${site}`;
export const serviceGroup = (service: string): string => `GROUP_GEC_S_${service}`;
export const secretariatGroup = (service: string): string => `${serviceGroup(service)}__SECRETARIAT`;
export const headGroup = (service: string): string => `${serviceGroup(service)}__RESPONSABLE`;
export const compartmentGroup = (service: string, compartment: string): string => `${serviceGroup(service)}__C_${compartment}`;

export interface GroupDefinition {
  /** Authority name, with its `GROUP_` prefix. */
  readonly id: string;
  readonly label: string;
  /** The group that it is a member of. */
  readonly parent?: string;
}

/** Every group that the settings call for, parents before members. Cleared people are members of their service too. */
export function groupsFor(settings: Pick<Settings, 'services' | 'compartments' | 'sites'>): readonly GroupDefinition[] {
  return [
    { id: houseGroups.mailRoom, label: 'Bannette – service courrier' },
    { id: houseGroups.administrators, label: 'Bannette – administration fonctionnelle' },
    { id: houseGroups.dpo, label: 'Bannette – délégué à la protection des données' },
    { id: houseGroups.archives, label: 'Bannette – archives' },
    { id: houseGroups.approvers, label: 'Bannette – approbation des éliminations' },
    { id: houseGroups.archivists, label: 'Bannette – archivistes du contrôle (invités)' },
    ...settings.sites.filter(({ mailRoom }) => mailRoom).map(({ code, label }) => ({ id: mailRoomGroup(code), label: `Bannette – service courrier – ${label}` })),
    ...settings.services.flatMap((service) => groupsOfService(service, settings)),
  ];
}

function groupsOfService(service: ServiceSetting, settings: Pick<Settings, 'compartments'>): GroupDefinition[] {
  const parent = serviceGroup(service.code);
  const label = (compartment: string): string => settings.compartments.find(({ code }) => code === compartment)?.label ?? compartment;
  return [
    { id: parent, label: `Bannette – ${service.label}` },
    { id: secretariatGroup(service.code), label: `Bannette – ${service.label} – secrétariat`, parent },
    { id: headGroup(service.code), label: `Bannette – ${service.label} – responsable`, parent },
    ...service.compartments.map((compartment) => ({ id: compartmentGroup(service.code, compartment), label: `Bannette – ${service.label} – ${label(compartment)}`, parent })),
  ];
}
