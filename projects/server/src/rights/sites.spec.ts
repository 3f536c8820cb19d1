import { apiPrefix, type MailLine } from '@bannette/http';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { startTestHouse, testLetter, until, type TestHouse } from '../testing/index.js';
import { ask } from './ask.spec-support.js';
import { mirrored } from './mails.spec-support.js';
import { engage, handles, names, places, prepareArrivals, role, siteOf, staff, type Arrivals, type Name, type Place } from './sites.spec-support.js';

type Items<T> = { readonly items: readonly T[] };
const nowhere = '01890000-0000-7000-8000-000000000009';

describe('Mail rooms of sites', () => {
  let house: TestHouse;
  let running: Running;
  let tickets: ReadonlyMap<Name, string>;
  let arrivals: readonly Arrivals[];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    tickets = await engage(house);
    arrivals = await prepareArrivals(running.house);
    for (const { mails } of arrivals) await house.store.db.insertInto('alert').values({ id: newId(), entity_id: 'default', mail_id: mails.distributed, document_id: null, kind: 'renamed', node_id: nowhere, mark: mails.distributed, author: null, data: '{}', raised_at: new Date(), last_at: new Date(), seen_by: null, seen_at: null, settled_by: null, settled_at: null, reason: null }).execute();
    await mirrored(house.store);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const asked = (name: Name, path: string, method = 'GET', body?: object | FormData) => ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}${path}`, method, body);
  const status = async (name: Name, path: string, method = 'GET', body?: object): Promise<number> => (await asked(name, path, method, body)).status;
  const get = async <T>(name: Name, path: string): Promise<T> => {
    const { status: answered, text } = await asked(name, path);
    if (answered !== 200) throw new Error(`${name}, ${path}: ${answered} ${text}`);
    return JSON.parse(text) as T;
  };
  const of = (place: Place): Arrivals => arrivals.find((each) => each.place === place)!;
  const byPlace = <T>(outcome: (place: Place) => T): { [place: string]: T } => Object.fromEntries(places.map((place) => [place, outcome(place)]));
  const askedByPlace = async (path: (at: Arrivals) => string, name: Name, method = 'GET', body?: object) => Object.fromEntries(await Promise.all(places.map(async (place) => [place, await status(name, path(of(place)), method, body)] as const)));
  const placesOf = (ids: readonly string[], idOf: (at: Arrivals) => string): Place[] => places.filter((place) => ids.includes(idOf(of(place))));

  for (const name of names) {
    const { handles: own, ofService, trays, door, otherDoors = [] } = role(name);
    const works = own.length > 0;

    it(`${name} find the deposits of their own mail room, and no other`, async () => {
      const { items } = await get<Items<{ id: string }>>(name, '/deposits?limit=200');
      expect(placesOf(items.map(({ id }) => id), ({ deposit }) => deposit)).toEqual([...own].sort((a, b) => places.indexOf(a) - places.indexOf(b)));
      expect(await askedByPlace(({ deposit }) => `/deposits/${deposit}`, name)).toEqual(byPlace((place) => (handles(name, place) ? 200 : 404)));
    });

    it(`${name} find in quarantine what their own mail room has to look at; of another's they can't tell whether it is there`, async () => {
      if (works) {
        const { items } = await get<Items<{ id: string }>>(name, '/quarantine?limit=200');
        expect(placesOf(items.map(({ id }) => id), ({ quarantined }) => quarantined)).toEqual(places.filter((place) => handles(name, place)));
      } else expect(await status(name, '/quarantine')).toBe(403);
      const denied = works ? 404 : 403;
      expect(await askedByPlace(({ quarantined }) => `/quarantine/${quarantined}/content`, name)).toEqual(byPlace((place) => (handles(name, place) ? 200 : denied)));
      for (const place of places.filter((each) => !handles(name, each))) {
        expect([await status(name, `/quarantine/${of(place).quarantined}/retry`, 'POST', {}), await status(name, `/quarantine/${of(place).quarantined}/discard`, 'POST', { reason: 'essai' })]).withContext(place).toEqual([denied, denied]);
      }
    });

    it(`${name} sit at the page desk with batches of their own mail room only`, async () => {
      if (works) {
        const { items } = await get<Items<{ id: string }>>(name, '/batches?limit=200');
        expect(placesOf(items.map(({ id }) => id), ({ batch }) => batch)).toEqual(places.filter((place) => handles(name, place)));
      } else expect(await status(name, '/batches')).toBe(403);
      const found = await askedByPlace(({ batch }) => `/batches/${batch}/desk`, name);
      expect(found).toEqual(byPlace((place) => (handles(name, place) ? 200 : works ? 404 : 403)));
    });

    it(`${name} have the qualification trays of their own mail rooms, each with what waits there`, async () => {
      const { items } = await get<Items<{ id: string; kind: string; open: number; site?: string }>>(name, '/trays');
      const queues = items.filter(({ kind }) => kind === 'qualification');
      expect(queues.map(({ id }) => id)).toEqual([...trays]);
      const seen = new Set<string>();
      for (const { id, open } of queues) {
        const lines = (await get<Items<MailLine>>(name, `/trays/${id}/mails?limit=200`)).items;
        expect(lines.length).toBe(open);
        const inTray = placesOf(lines.map((line) => line.id), ({ mails }) => mails.toQualify);
        expect(inTray).withContext(id).toEqual(id === 'qualification' ? ['central', 'SIEGE', 'GONE'] : places.filter((place) => id === `qualification:${place}`));
        for (const line of lines) seen.add(line.id);
      }
      expect(placesOf([...seen], ({ mails }) => mails.registered)).toEqual(places.filter((place) => handles(name, place)));
      for (const place of ['qualification', 'qualification:BREVELLES', 'qualification:MONTCOURBE', 'qualification:PORT_LYSANDRE', 'qualification:GONE']) if (!(trays as readonly string[]).includes(place)) expect(await status(name, `/trays/${place}/mails`)).withContext(place).toBe(404);
    });

    it(`${name} read before it is distributed what their own mail room handles, and may not know of the rest`, async () => {
      for (const state of ['toQualify', 'registered'] as const) {
        for (const path of ['', '/journal']) expect(await askedByPlace(({ mails }) => `/mails/${mails[state]}${path}`, name)).withContext(state + path).toEqual(byPlace((place) => (handles(name, place) ? 200 : 404)));
        for (const place of places.filter((each) => !handles(name, each))) {
          const at = `/mails/${of(place).mails[state]}`;
          const attempts = [await status(name, `${at}/void`, 'POST', { reason: 'x' }), await status(name, `${at}/pass-on`, 'POST', { site: 'central', reason: 'x' }), await status(name, `${at}/notes`, 'POST', { text: 'x' }), await status(name, `${at}/reroute`, 'POST', { reason: 'x' }), await status(name, `${at}/endorse`, 'POST', { number: '1' })];
          expect(attempts).withContext(`${place} ${state}`).toEqual([404, 404, 404, 404, 404]);
        }
      }
    });

    it(`${name} open after it is distributed what they handled or treat; of a restricted one the mail room keeps the line`, async () => {
      expect(await askedByPlace(({ mails }) => `/mails/${mails.distributed}`, name)).toEqual(byPlace((place) => (handles(name, place) || ofService ? 200 : 404)));
      expect(await askedByPlace(({ mails }) => `/mails/${mails.secret}`, name)).toEqual(byPlace((place) => (ofService === 'secretary' ? 200 : handles(name, place) || ofService ? 403 : 404)));
    });

    it(`${name} open in Alfresco itself exactly what they open here`, async () => {
      for (const state of ['registered', 'distributed', 'secret'] as const) {
        for (const place of places) {
          const { node_id } = await house.store.db.selectFrom('mail').select('node_id').where('id', '=', of(place).mails[state]).executeTakeFirstOrThrow();
          const { status: found } = await ask(tickets.get(name) ?? '', `${running.url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${node_id}`);
          const opens = state === 'registered' ? handles(name, place) : state === 'distributed' ? handles(name, place) || !!ofService : ofService === 'secretary';
          expect(found).withContext(`${place} ${state}`).toBe(opens ? 200 : 403);
        }
      }
    });

    it(`${name} carry the envelopes of their own mail room and service, and find no other on a round`, async () => {
      const { items } = await get<Items<{ id: string }>>(name, '/unscanned?limit=200');
      expect(placesOf(items.map(({ id }) => id), ({ mails }) => mails.unscanned)).toEqual(places.filter((place) => handles(name, place) || ofService === 'secretary'));
      const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64').toString('base64');
      for (const place of places.filter((each) => !handles(name, each) && ofService !== 'secretary')) expect(await status(name, '/rounds', 'POST', { key: crypto.randomUUID(), mails: [of(place).mails.unscanned], to: 'x', signature: png })).withContext(place).toBe(ofService ? 403 : 404);
    });

    it(`${name} keep the boxes of their own mail room`, async () => {
      expect(await askedByPlace(({ box }) => `/boxes/${box}`, name)).toEqual(byPlace((place) => (handles(name, place) ? 200 : 404)));
      if (!works && ofService !== 'secretary') return expect(await status(name, '/boxes')).toBe(403);
      const { items } = await get<Items<{ code: string }>>(name, '/boxes?limit=200');
      expect(placesOf(items.map(({ code }) => code), ({ box }) => box)).toEqual(places.filter((place) => handles(name, place)));
    });

    it(`${name} look after the alerts on what they handle`, async () => {
      const all = name === 'a functional administrator';
      if (!all && !works) return expect(await status(name, '/alerts')).toBe(403);
      const { items } = await get<Items<{ mail: { id: string } }>>(name, '/alerts?limit=200');
      expect(placesOf(items.map(({ mail }) => mail.id), ({ mails }) => mails.distributed)).toEqual(places.filter((place) => all || handles(name, place)));
    });

    it(`${name} print sheets and are told who is in a service ${works ? 'as any mail room does' : 'only if it is theirs'}`, async () => {
      const answers = [await status(name, '/sheets/separators', 'POST', { newLetter: true }), await status(name, '/people?service=ROUTES')];
      expect(answers).toEqual(works ? [200, 200] : [403, name === 'an agent of the head office' ? 200 : 403]);
    });

    it(`${name} hand in at ${door}${otherDoors.length ? `, or say ${otherDoors.join()}` : ''}, and nowhere else`, async () => {
      const me = await get<{ doors: { site?: string }[]; mailRooms: { site?: string }[] }>(name, '/me');
      expect(me.doors.map(({ site }) => site ?? 'central')).toEqual([door, ...otherDoors]);
      expect(me.mailRooms.map(({ site }) => site ?? 'central')).toEqual(staff[name].groups.split(' ').filter((group) => group.startsWith('COURRIER')).map((group) => group.split('__')[1] ?? 'central'));
      const deposit = async (site?: string): Promise<{ answered: number; site?: string | null }> => {
        const form = new FormData();
        if (site) form.append('site', site);
        form.append('files', new Blob([`rien de lisible ${crypto.randomUUID()}`]), 'lettre.txt');
        const { status: answered, text } = await asked(name, '/deposits', 'POST', form);
        const { id } = JSON.parse(text) as { id?: string };
        return { answered, ...(id ? { site: (await house.store.db.selectFrom('deposit').select('site').where('id', '=', id).executeTakeFirstOrThrow()).site } : {}) };
      };
      expect(await deposit()).toEqual({ answered: 201, site: siteOf(door) ?? null });
      for (const place of ['central', 'BREVELLES', 'MONTCOURBE', 'SIEGE', 'NOWHERE']) {
        const allowed = [door, ...otherDoors].includes(place as Place);
        expect(await deposit(place)).withContext(place).toEqual(allowed ? { answered: 201, site: siteOf(place as Place) ?? null } : { answered: 403 });
      }
    });
  }

  it('qualify by the same rules: a letter of a delegation goes to its tray, and its mail room keeps it in sight', async () => {
    const room: Name = 'the mail room of Brévelles';
    const form = new FormData();
    const letter = await testLetter('Demande de renseignement');
    form.append('files', new Blob([new Uint8Array(letter.bytes)]), letter.name);
    const { text } = await asked(room, '/deposits', 'POST', form);
    const { id } = JSON.parse(text) as { id: string };
    const mail = await until('the letter waits to be qualified', () => house.store.db.selectFrom('mail').selectAll().where('deposit_id', '=', id).executeTakeFirst());
    expect([mail.site, mail.mail_rooms, mail.readers]).toEqual(['BREVELLES', ['GROUP_GEC_COURRIER__BREVELLES'], ['GROUP_GEC_COURRIER__BREVELLES']]);
    const qualified = { type: 'APA', sender: { kind: 'individual', name: 'Jeanne Aubert', postcode: '98120' }, subject: 'APA', receivedAt: '2026-01-05' };
    expect(await status('the mail room of Montcourbe', `/mails/${mail.id}/qualify`, 'POST', qualified)).toBe(404);
    expect(await status('the central mail room', `/mails/${mail.id}/qualify`, 'POST', qualified)).toBe(404);
    expect(await status(room, `/mails/${mail.id}/qualify`, 'POST', qualified)).toBe(200);
    const distributed = await until('it has its tray', () => house.store.db.selectFrom('mail').selectAll().where('id', '=', mail.id).where('state', '=', 'distributed').executeTakeFirst());
    expect([distributed.tray, distributed.readers]).toEqual(['nord', ['GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_NORD']]);

    // A delegation of another site gets it: the first service no longer knows of it, the mail room that opened it still does.
    expect(await status('an agent of the delegation', `/mails/${mail.id}/reroute`, 'POST', { reason: 'hors secteur', service: 'SUD' })).toBe(200);
    const moved = await until('it is in the other tray', () => house.store.db.selectFrom('mail').selectAll().where('id', '=', mail.id).where('tray', '=', 'sud').executeTakeFirst());
    expect([moved.readers, moved.listers, moved.site]).toEqual([['GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_SUD'], ['GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_SUD'], 'BREVELLES']);
    expect([await status('an agent of the delegation', `/mails/${mail.id}`), await status('the mail room of Montcourbe', `/mails/${mail.id}`), await status(room, `/mails/${mail.id}`)]).toEqual([404, 404, 200]);
  }, 60_000);

  it('pass a letter on that came to the wrong place: it is the other’s alone, here and in Alfresco, until that is undone', async () => {
    const [from, to]: [Name, Name] = ['the mail room of Brévelles', 'the mail room of Montcourbe'];
    const { registered: id } = of('BREVELLES').mails;
    const readers = async () => (await house.store.db.selectFrom('mail').select(['readers', 'listers']).where('id', '=', id).executeTakeFirstOrThrow());
    expect((await asked(from, `/mails/${id}/pass-on`, 'POST', { site: 'BREVELLES', reason: 'x' })).text).toContain('sameSite');
    expect((await asked(from, `/mails/${id}/pass-on`, 'POST', { site: 'NOWHERE', reason: 'x' })).text).toContain('unknownSite');
    const passed = JSON.parse((await asked(from, `/mails/${id}/pass-on`, 'POST', { site: 'MONTCOURBE', reason: 'adressé à Montcourbe' })).text) as { masked: boolean; undo?: { token: string } };
    expect(passed.masked).toBeTrue();
    expect(await readers()).toEqual({ readers: ['GROUP_GEC_COURRIER__MONTCOURBE'], listers: ['GROUP_GEC_COURRIER__MONTCOURBE'] });
    expect([await status(from, `/mails/${id}`), await status(to, `/mails/${id}`)]).toEqual([404, 200]);
    await mirrored(house.store);
    const { node_id } = await house.store.db.selectFrom('mail').select('node_id').where('id', '=', id).executeTakeFirstOrThrow();
    const node = await house.administrator.nodes.get(node_id ?? '');
    expect(node.properties['gec:site']).toBe('MONTCOURBE');
    expect((await house.administrator.nodes.permissions(node_id ?? '')).entries.filter(({ role: of }) => of === 'Consumer').map(({ authority }) => authority)).toEqual(['GROUP_GEC_COURRIER__MONTCOURBE']);
    expect(await status(from, `/mails/${id}/undo`, 'POST', { token: passed.undo?.token })).toBe(200);
    expect((await readers()).readers).toEqual(['GROUP_GEC_COURRIER__BREVELLES']);
    await mirrored(house.store);
  }, 60_000);
});
