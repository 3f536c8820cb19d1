import { houseGroups, secretariatGroup, serviceGroup } from '../rights/groups.js';
import { inMailRoom } from '../rights/mail-rooms.js';
import { belongs, type Person } from '../rights/roles.js';
import type { Settings } from '../settings/settings.js';

export const correspondentActions = ['see', 'add', 'change', 'merge', 'import'] as const;
export type CorrespondentAction = (typeof correspondentActions)[number];
export type CorrespondentPost = 'mailRoom' | 'secretary' | 'agent' | 'administrator' | 'other';

/** Who may do what to the directory of correspondents. Private persons are seen by a service only through a mail of theirs that it may read. */
export const correspondentRights: { readonly [post in CorrespondentPost]: readonly CorrespondentAction[] } = {
  mailRoom: ['see', 'add', 'change', 'merge'],
  secretary: ['see', 'add', 'change'],
  agent: ['see'],
  administrator: ['see', 'import', 'merge'],
  other: [],
};

export function correspondentPosts(person: Person, { services }: Pick<Settings, 'services'>): readonly CorrespondentPost[] {
  const posts: CorrespondentPost[] = [];
  if (inMailRoom(person)) posts.push('mailRoom');
  if (belongs(person, houseGroups.administrators)) posts.push('administrator');
  if (services.some(({ code }) => belongs(person, secretariatGroup(code)))) posts.push('secretary');
  if (services.some(({ code }) => belongs(person, serviceGroup(code)))) posts.push('agent');
  return posts.length ? posts : ['other'];
}

export function mayWithCorrespondents(person: Person, action: CorrespondentAction, settings: Pick<Settings, 'services'>): boolean {
  return correspondentPosts(person, settings).some((post) => correspondentRights[post].includes(action));
}

/** Who sees all private persons; others see those with whom they have a mail that they may read. */
export function seesAllPersons(person: Person): boolean {
  return inMailRoom(person);
}
