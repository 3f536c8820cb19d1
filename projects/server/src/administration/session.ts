import { belongs, correspondentActions, mayWithCorrespondents, mayWithRules, seesAffairs, hasIdentificationQueue, hasHolds, headGroup, houseGroups, inMailRoom, keepsBeneficiaries, keepsPaperOf, mailRoomsOf, secretariatGroup, serviceGroup, siteOfMailRoom, type Person, registrableKinds, registerRights, signsFor, type Settings } from '@bannette/domain';
import { doorsOf, type House } from '@bannette/house';
import type { Room } from '@bannette/http';
import { unreadNotices } from '@bannette/rgpd';
import { openAlerts, watches } from '@bannette/vigilance';

/** Who is signed in, and which rooms and services are theirs. */
export async function sessionOf(house: House, person: Person) {
  const settings = await house.settings();
  const { services, authority, sites } = settings;
  const shown = (site: string | undefined) => ({ site, label: site && (sites.find(({ code }) => code === site)?.label ?? site) });
  return {
    id: person.id,
    displayName: person.displayName,
    email: person.email,
    rooms: [...roomsOf(person, services.map(({ code }) => code)), ...(watches(person, { services }) ? ['alerts' as const] : []), ...(keepsBeneficiaries(person, settings) ? ['beneficiaries' as const] : []), ...(hasIdentificationQueue(person, settings) ? ['identify' as const] : []), ...(mayWithCorrespondents(person, 'see', settings) ? ['correspondents' as const] : []), ...(await signsForOthers(house, person, settings) ? ['campaigns' as const] : []), ...(seesAffairs(person, { services: settings.services }) ? ['affairs' as const] : [])],
    registers: [...registrableKinds(person, settings)],
    correspondents: correspondentActions.filter((action) => mayWithCorrespondents(person, action, settings)),
    services: services.filter(({ code }) => belongs(person, serviceGroup(code))).map(({ code, label }) => ({ code, label, head: belongs(person, headGroup(code)), secretary: belongs(person, secretariatGroup(code)) })),
    mailRooms: mailRoomsOf(person).map(siteOfMailRoom).map(shown),
    doors: doorsOf(person, settings).map(shown),
    authority: { name: authority.name, timeZone: authority.timeZone, undoSeconds: authority.undoSeconds },
    sendsEmail: house.post.sends,
    unreadNotices: await unreadNotices(house, person),
    openAlerts: await openAlerts(house, person),
  };
}

/** Who signs a campaign for a head: by delegation, or because they were named. Heads have the room anyway. */
async function signsForOthers(house: House, person: Person, { services }: Pick<Settings, 'services'>): Promise<boolean> {
  if (roomsOf(person, services.map(({ code }) => code)).includes('campaigns')) return false;
  if (services.some(({ code }) => signsFor(person, code))) return true;
  return (await house.store.db.selectFrom('campaign_signatory').select('service').where('person', '=', person.id).limit(1).executeTakeFirst()) !== undefined;
}

function roomsOf(person: Person, services: readonly string[]): Room[] {
  const rooms: Room[] = [];
  if (inMailRoom(person)) rooms.push('mailRoom');
  if (belongs(person, houseGroups.archives) || belongs(person, houseGroups.dpo) || services.some((code) => belongs(person, headGroup(code)))) rooms.push('records');
  if (belongs(person, houseGroups.dpo)) rooms.push('dpo');
  if (belongs(person, houseGroups.administrators)) rooms.push('administration');
  if ([houseGroups.administrators, houseGroups.dpo, houseGroups.archives].some((group) => belongs(person, group))) rooms.push('proof');
  if ([houseGroups.archives, houseGroups.approvers, houseGroups.dpo].some((group) => belongs(person, group)) || services.some((code) => belongs(person, headGroup(code)))) rooms.push('campaigns');
  if (belongs(person, houseGroups.archives)) rooms.push('archives');
  if ([houseGroups.administrators, houseGroups.dpo, houseGroups.archives].some((group) => belongs(person, group))) rooms.push('processings');
  if ([houseGroups.administrators, houseGroups.dpo, houseGroups.archives, houseGroups.approvers].some((group) => belongs(person, group)) || services.some((code) => belongs(person, headGroup(code)))) rooms.push('schedule');
  if (hasHolds(person)) rooms.push('holds');
  if (services.some((code) => belongs(person, serviceGroup(code)))) rooms.push('clocks');
  if (mayWithRules(person, 'seeReturns')) rooms.push('ruleReturns');
  if (inMailRoom(person) || services.some((code) => belongs(person, headGroup(code)) || belongs(person, secretariatGroup(code)))) rooms.push('figures');
  if (inMailRoom(person) || services.some((code) => belongs(person, serviceGroup(code)))) rooms.push('unscanned');
  if (inMailRoom(person) || services.some((code) => keepsPaperOf(person, code))) rooms.push('boxes');
  if (registerRights.readRegister(person)) rooms.push('register');
  if (registerRights.reserve(person)) rooms.push('reservations');
  if (belongs(person, houseGroups.archivists)) rooms.push('visas');
  return rooms;
}
