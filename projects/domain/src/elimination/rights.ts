import { houseGroups } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';
import { signsFor, type StandIns } from './signing.js';
import { campaignActions, campaignStates, nextCampaignState, type CampaignAction, type CampaignState } from './states.js';

/** What a person is to a campaign; several may hold at once. A head is one who signs for a service in the frozen list (`signsFor`), an archivist one to whom it was sent. */
export const campaignRoles = ['archives', 'approver', 'head', 'archivist', 'dpo'] as const;
export type CampaignRole = (typeof campaignRoles)[number];

/** What is seen of a campaign: that it is there with its numbers; its mails by number; bordereau and manifest; what a mail says. */
export const campaignLooks = ['read', 'readItems', 'readFiles', 'openItem'] as const;
export type CampaignLook = (typeof campaignLooks)[number];
export type CampaignDeed = CampaignLook | CampaignAction;
export const campaignDeeds: readonly CampaignDeed[] = [...campaignLooks, ...campaignActions];

export interface CampaignForRights {
  readonly state: CampaignState;
  /** Producing services in its list; none before it is frozen. */
  readonly services: readonly string[];
  /** Who signs for those of them whose head doesn't. */
  readonly standIns?: StandIns;
  /** To whom it was sent. */
  readonly archivists: readonly string[];
}

const from = (first: CampaignState): readonly CampaignState[] => [...campaignStates.slice(campaignStates.indexOf(first))];

/** Who may do what with a campaign, by its state. That the approver is another person than those before is `isSecondPerson`. */
export const campaignRights: readonly { readonly roles: readonly CampaignRole[]; readonly deeds: readonly CampaignDeed[]; readonly states: readonly CampaignState[] }[] = [
  { roles: ['archives'], deeds: ['read', 'readItems', 'readFiles', 'change', 'analyse', 'freeze', 'takeOut', 'validate', 'nameSignatory', 'submit', 'recordVisa', 'start', 'stop', 'resume', 'certify', 'recordBox', 'cancel'], states: campaignStates },
  { roles: ['approver'], deeds: ['read', 'readItems', 'readFiles', 'approve', 'stop'], states: from('validated') },
  { roles: ['approver'], deeds: ['cancel'], states: ['validated', 'approved'] },
  // From when the list stands: a mail can still be taken out of it at their word. They sign once it is approved, before the archivist sees it.
  { roles: ['head'], deeds: ['read', 'readItems', 'readFiles', 'sign'], states: from('frozen') },
  { roles: ['archivist'], deeds: ['read', 'readItems', 'readFiles'], states: from('submitted') },
  { roles: ['archivist'], deeds: ['openItem', 'recordVisa'], states: ['submitted'] },
  { roles: ['dpo'], deeds: ['read', 'readFiles'], states: from('frozen') },
];

export function rolesOnCampaign(person: Person, campaign: Pick<CampaignForRights, 'services' | 'standIns' | 'archivists'>): readonly CampaignRole[] {
  const holds: { readonly [role in CampaignRole]: boolean } = {
    archives: belongs(person, houseGroups.archives),
    approver: belongs(person, houseGroups.approvers),
    head: campaign.services.some((service) => signsFor(person, service, campaign.standIns?.[service]) !== undefined),
    archivist: belongs(person, houseGroups.archivists) && campaign.archivists.includes(person.id),
    dpo: belongs(person, houseGroups.dpo),
  };
  return campaignRoles.filter((role) => holds[role]);
}

/** By role and state alone; what the circuit doesn't offer in that state is nobody's. */
export function mayWithCampaign(person: Person, deed: CampaignDeed, campaign: CampaignForRights): boolean {
  if (isAction(deed) && nextCampaignState(campaign.state, deed) === undefined) return false;
  const roles = rolesOnCampaign(person, campaign);
  return campaignRights.some((row) => row.deeds.includes(deed) && row.states.includes(campaign.state) && row.roles.some((role) => roles.includes(role)));
}

/** Whether the person's role has it in some state: what they aren't offered now is a conflict, not a refusal. */
export function everWithCampaign(person: Person, deed: CampaignDeed, campaign: CampaignForRights): boolean {
  return campaignStates.some((state) => mayWithCampaign(person, deed, { ...campaign, state }));
}

/** Approving is for somebody who neither made nor validated the campaign. */
export const isSecondPerson = (person: Pick<Person, 'id'>, { createdBy, validatedBy }: { readonly createdBy: string; readonly validatedBy?: string | null }): boolean => person.id !== createdBy && person.id !== validatedBy;

const isAction = (deed: CampaignDeed): deed is CampaignAction => (campaignActions as readonly string[]).includes(deed);

/** The whole table as people read it: by role, what the circuit offers in which states. */
export const campaignRightsByRole = (): readonly { readonly role: CampaignRole; readonly lines: readonly { readonly deed: CampaignDeed; readonly states: readonly CampaignState[] }[] }[] =>
  campaignRoles.map((role) => ({ role, lines: campaignDeeds.map((deed) => ({ deed, states: campaignStates.filter((state) => offers(role, deed, state)) })).filter(({ states }) => states.length) }));

function offers(role: CampaignRole, deed: CampaignDeed, state: CampaignState): boolean {
  if (isAction(deed) && nextCampaignState(state, deed) === undefined) return false;
  return campaignRights.some((row) => row.roles.includes(role) && row.deeds.includes(deed) && row.states.includes(state));
}
