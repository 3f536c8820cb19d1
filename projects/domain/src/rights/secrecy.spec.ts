import { mailActions } from '../mail/actions.js';
import { mailStates } from '../mail/states.js';
import { confidentialityLevels } from '../mail/vocabulary.js';
import { compartmentGroup, groupsFor, headGroup, houseGroups, mailRoomGroup, secretariatGroup, serviceGroup } from './groups.js';
import { isRestricted, listersOf, readersOf } from './readers.js';
import type { MailForRights, Person } from './roles.js';
import { allowedActions, may } from './table.js';

const services = ['ENFANCE', 'JURIDIQUE'];
const groups = [...Object.values(houseGroups), ...services.flatMap((service) => [serviceGroup(service), secretariatGroup(service), headGroup(service), compartmentGroup(service, 'ASE'), compartmentGroup(service, 'PMI')])];
const mails: readonly MailForRights[] = mailStates.flatMap((state) => confidentialityLevels.flatMap((confidentiality) => [undefined, 'ASE'].flatMap((compartment) =>
  [{ service: 'ENFANCE', copies: ['JURIDIQUE'] }, { service: 'ENFANCE', copies: [] }, { copies: [] }].map((place) => ({ ...place, state, confidentiality, compartment })))));
const personOf = (...of: readonly string[]): Person => ({ id: 'p', displayName: 'P', groups: of });
/** Everyone who is in no group, in one, in two. */
const everyone = [personOf(), ...groups.map((group) => personOf(group)), ...groups.flatMap((one, index) => groups.slice(index + 1).map((other) => personOf(one, other)))];
const worded = (person: Person, mail: MailForRights): string => JSON.stringify([person.groups, mail]);

describe('secrecy', () => {
  it('leaves who is not among the readers nothing but the line in a list, and its envelope to carry and shelve', () => {
    for (const mail of mails) {
      const readers = readersOf(mail);
      for (const person of everyone.filter(({ groups: of }) => !readers.some((group) => of.includes(group)))) {
        const left = allowedActions(person, mail, mailActions).filter((action) => !['list', 'handOver', 'shelve'].includes(action));
        if (left.length) fail(`${worded(person, mail)}: ${left.join()}`);
      }
    }
    expect(everyone.length).toBeGreaterThan(90);
  });

  it('shows a line to nobody outside the groups that lists are filtered by', () => {
    for (const mail of mails) {
      const listers = listersOf(mail);
      for (const person of everyone) if (may(person, 'list', mail) && !listers.some((group) => person.groups.includes(group))) fail(worded(person, mail));
    }
    expect(mails.length).toBe(300);
  });

  it('lets whoever may open a mail see it in a list', () => {
    for (const mail of mails) expect(listersOf(mail)).toEqual(jasmine.arrayContaining([...readersOf(mail)]));
  });

  it('never lets the whole service or the mail room read a restricted mail that has a service', () => {
    for (const mail of mails.filter((each) => isRestricted(each) && each.service)) {
      for (const group of [...services.map(serviceGroup), ...Object.values(houseGroups)]) expect(readersOf(mail)).withContext(JSON.stringify(mail)).not.toContain(group);
    }
  });

  it('names functional groups as readers, at least one, and each once', () => {
    for (const mail of mails) {
      const readers = readersOf(mail);
      expect(readers.length).toBeGreaterThan(0);
      expect(new Set(readers).size).toBe(readers.length);
      expect(readers.every((group) => group.startsWith('GROUP_GEC_'))).toBeTrue();
    }
  });

  it('keeps a mail without a service to the mail room, whatever its confidentiality', () => {
    for (const mail of mails.filter((each) => !each.service)) expect(readersOf(mail)).toEqual([houseGroups.mailRoom]);
  });

  it('opens a restricted mail to cleared people of its own service and of copied ones', () => {
    expect(readersOf({ service: 'ENFANCE', copies: ['JURIDIQUE'], confidentiality: 3, compartment: 'ASE' })).toEqual(['GROUP_GEC_S_ENFANCE__C_ASE', 'GROUP_GEC_S_JURIDIQUE__C_ASE']);
    expect(readersOf({ service: 'ENFANCE', copies: [], confidentiality: 2 })).toEqual(['GROUP_GEC_S_ENFANCE__RESPONSABLE', 'GROUP_GEC_S_ENFANCE__SECRETARIAT']);
  });

  it('takes no right away from someone who joins one more group', () => {
    for (const mail of mails) {
      for (const person of everyone.filter(({ groups: of }) => of.length === 2)) {
        const alone = person.groups.flatMap((group) => allowedActions(personOf(group), mail, mailActions));
        const lost = alone.filter((action) => !may(person, action, mail));
        if (lost.length) fail(`${worded(person, mail)}: ${lost.join()}`);
      }
    }
    expect(groups.length).toBe(16);
  });
});

describe('the groups that settings call for', () => {
  const made = groupsFor({
    sites: [{ code: 'SIEGE', label: 'Siège', address: [], hours: [], mailRoom: false, centralReads: false }, { code: 'BREVELLES', label: 'Brévelles', address: [], hours: [], mailRoom: true, centralReads: false }],
    compartments: [{ code: 'ASE', label: 'Aide sociale à l’enfance', legalBasis: '' }],
    services: [{ code: 'NORD', label: 'Nord', kind: 'delegation', compartments: ['ASE'] }, { code: 'DGS', label: 'DGS', kind: 'direction', compartments: [] }],
  });

  it('are those of the house, and of each service its people, secretaries, head and cleared ones', () => {
    expect(made.map((group) => group.id)).toEqual([
      'GROUP_GEC_COURRIER', 'GROUP_GEC_ADMIN', 'GROUP_GEC_DPO', 'GROUP_GEC_ARCHIVES', 'GROUP_GEC_ELIMINATION', 'GROUP_GEC_ARCHIVISTES', 'GROUP_GEC_COURRIER__BREVELLES',
      'GROUP_GEC_S_NORD', 'GROUP_GEC_S_NORD__SECRETARIAT', 'GROUP_GEC_S_NORD__RESPONSABLE', 'GROUP_GEC_S_NORD__C_ASE',
      'GROUP_GEC_S_DGS', 'GROUP_GEC_S_DGS__SECRETARIAT', 'GROUP_GEC_S_DGS__RESPONSABLE',
    ]);
  });
  it('keep a site’s mail room out of every wider group', () => {
    expect(made.find(({ id }) => id === mailRoomGroup('BREVELLES'))?.parent).toBeUndefined();
  });
  it('come after the group that they are members of', () => {
    const ids = made.map((group) => group.id);
    for (const { id, parent } of made) if (parent) expect(ids.indexOf(parent)).withContext(id).toBeLessThan(ids.indexOf(id));
  });
});
