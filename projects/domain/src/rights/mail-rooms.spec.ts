import { mailActions, type MailAction } from '../mail/actions.js';
import { mailStates, type MailState } from '../mail/states.js';
import { confidentialityLevels } from '../mail/vocabulary.js';
import { inMailRoom, isMailRoom, mailRoomsAt, mailRoomsOf, mayHandle, siteOfMailRoom } from './mail-rooms.js';
import { listersOf, readersOf } from './readers.js';
import type { MailForRights, Person } from './roles.js';
import { may } from './table.js';

/*
 * Who handles what before it has its service, and who sees it afterwards, written out by hand. A letter came in at site
 * NORD, at site SUD, at the central mail room, or at LITTORAL, whose letters the central one reads too; NORD_S treats it.
 */

const person = (groups: string): Person => ({ id: 'p', displayName: groups, groups: groups.split(' ').filter(Boolean).map((group) => `GROUP_GEC_${group}`) });
const settings = { sites: [['NORD', true, false], ['SUD', true, false], ['LITTORAL', true, true], ['SIEGE', false, false]].map(([code, mailRoom, centralReads]) => ({ code: String(code), label: String(code), address: [], hours: [], mailRoom: !!mailRoom, centralReads: !!centralReads })) };

/** The places of letters that each person is the mail room of. */
const handles: { readonly [groups: string]: string } = {
  COURRIER: 'central LITTORAL SIEGE gone',
  COURRIER__NORD: 'NORD',
  COURRIER__SUD: 'SUD',
  COURRIER__LITTORAL: 'LITTORAL',
  'COURRIER__NORD COURRIER__SUD': 'NORD SUD',
  'COURRIER COURRIER__NORD': 'central LITTORAL SIEGE gone NORD',
  S_NORD_S: '',
  'S_NORD_S S_NORD_S__SECRETARIAT': '',
  S_OTHER: '',
  DPO: '',
  ARCHIVES: '',
  ADMIN: '',
  '': '',
};
const places = ['central', 'NORD', 'SUD', 'LITTORAL', 'SIEGE', 'gone'];
const roomsOf = (place: string) => mailRoomsAt(place === 'central' ? undefined : place, settings);

describe('mail rooms of sites', () => {
  const waiting: readonly MailState[] = ['toQualify', 'registered'];
  for (const [groups, own] of Object.entries(handles)) {
    const who = person(groups);
    const worded = groups || 'nobody in particular';

    it(`${worded} handle what came in at: ${own || 'nowhere'}`, () => {
      expect(places.filter((place) => mayHandle(who, roomsOf(place)))).toEqual(places.filter((place) => own.split(' ').includes(place)));
    });

    it(`${worded} do to a letter that waits for its service what the central mail room does to its own, where they handle it, and else nothing`, () => {
      for (const place of places) {
        for (const state of waiting) {
          const mail: MailForRights = { state, copies: [], confidentiality: 3, compartment: 'ASE', mailRooms: roomsOf(place) };
          const done = (by: Person, what: MailForRights): readonly MailAction[] => mailActions.filter((action) => may(by, action, what));
          const usual = done(person('COURRIER'), { ...mail, mailRooms: undefined });
          expect(usual).toEqual(jasmine.arrayContaining(['list', 'read', 'passOn', state === 'toQualify' ? 'qualify' : 'reroute']));
          expect(done(who, mail)).withContext(`${place}, ${state}`).toEqual(own.split(' ').includes(place) ? usual : []);
        }
      }
    });

    it(`${worded} know of a letter of another mail room only through the service that treats it`, () => {
      const ofService = groups.split(' ').includes('S_NORD_S');
      for (const place of places) {
        const handled = own.split(' ').includes(place);
        for (const state of mailStates.filter((each) => !waiting.includes(each) && each !== 'voided' && each !== 'eliminated')) {
          for (const confidentiality of confidentialityLevels) {
            const mail: MailForRights = { state, service: 'NORD_S', copies: [], confidentiality, mailRooms: roomsOf(place) };
            expect(may(who, 'list', mail)).withContext(`lists ${place}, ${state}, ${confidentiality}`).toBe(handled || ofService);
            expect(may(who, 'read', mail)).withContext(`reads ${place}, ${state}, ${confidentiality}`).toBe(confidentiality < 2 ? handled || ofService : groups.includes('SECRETARIAT'));
          }
        }
      }
    });
  }

  it('take a letter over whole when it is passed on: nobody of the first may know of it', () => {
    const letter = { copies: [], confidentiality: 0 } as const;
    const [before, after] = [{ ...letter, mailRooms: roomsOf('NORD') }, { ...letter, mailRooms: roomsOf('SUD') }];
    expect(readersOf(before)).toEqual(['GROUP_GEC_COURRIER__NORD']);
    expect(readersOf(after)).toEqual(['GROUP_GEC_COURRIER__SUD']);
    expect(listersOf(after)).toEqual(['GROUP_GEC_COURRIER__SUD']);
  });

  it('leave a service when the letter goes on to one of another site, and stay what they were', () => {
    const letter = { copies: [], confidentiality: 1, mailRooms: roomsOf('NORD') } as const;
    expect(readersOf({ ...letter, service: 'NORD_S' })).toEqual(['GROUP_GEC_COURRIER__NORD', 'GROUP_GEC_S_NORD_S']);
    expect(readersOf({ ...letter, service: 'SUD_S' })).toEqual(['GROUP_GEC_COURRIER__NORD', 'GROUP_GEC_S_SUD_S']);
    expect(listersOf({ ...letter, service: 'SUD_S', confidentiality: 3, compartment: 'ASE' })).toEqual(['GROUP_GEC_S_SUD_S__C_ASE', 'GROUP_GEC_COURRIER__NORD', 'GROUP_GEC_S_SUD_S']);
  });

  it('are the central one where nothing is said, as in an installation without sites', () => {
    for (const none of [undefined, null, []]) {
      expect(mayHandle(person('COURRIER'), none)).toBeTrue();
      expect(mayHandle(person('COURRIER__NORD'), none)).toBeFalse();
    }
    expect(readersOf({ copies: [], confidentiality: 0 })).toEqual(['GROUP_GEC_COURRIER']);
    expect(mailRoomsAt('NORD', { sites: [] })).toBeUndefined();
  });

  it('are told from other groups by their name', () => {
    expect(['GROUP_GEC_COURRIER', 'GROUP_GEC_COURRIER__NORD', 'GROUP_GEC_COURRIERS', 'GROUP_GEC_S_COURRIER', 'GROUP_GEC_DPO'].filter(isMailRoom)).toEqual(['GROUP_GEC_COURRIER', 'GROUP_GEC_COURRIER__NORD']);
    expect(siteOfMailRoom('GROUP_GEC_COURRIER__PORT_LYSANDRE')).toBe('PORT_LYSANDRE');
    expect(siteOfMailRoom('GROUP_GEC_COURRIER')).toBeUndefined();
    expect(mailRoomsOf(person('S_ROUTES COURRIER__SUD COURRIER'))).toEqual(['GROUP_GEC_COURRIER', 'GROUP_GEC_COURRIER__SUD']);
    expect(inMailRoom(person('S_ROUTES ADMIN'))).toBeFalse();
  });
});
