import { veraPdf } from '@bannette/print/testing';
import { readKey, signPdf, type SealKey } from '@bannette/seal';
import { makeKey } from '@bannette/seal/testing';
import type { RegisterLine } from '@bannette/http';
import { dayCsv, hashOf, noHash, readHead } from './day-csv.js';
import { dayPdf } from './day-pdf.js';
import { dayAfter } from './spans.js';
import { verifyRegisters, type FoundDay } from './verify.js';

const validator = await veraPdf();
if ('missing' in validator) console.log(`daily registers are not validated: ${validator.missing}`);

const line = (chrono: string, more: Partial<RegisterLine> = {}): RegisterLine => ({ register: 'incoming', label: 'Courrier arrivée', chrono, mark: 'given', later: false, kind: 'incoming', givenAt: '2026-11-20T08:00:00.000Z', on: '2026-11-20', correspondent: '=cmd; "Łukasz" Şahin', subject: 'Objet\nsur deux lignes', masked: false, digests: ['ab'.repeat(64)], ...more });

describe('Daily registers', () => {
  let key: SealKey;
  let other: SealKey;
  let days: FoundDay[];

  const made = async (count: number, from: SealKey): Promise<FoundDay[]> => {
    let previous = noHash;
    const chain: FoundDay[] = [];
    for (let at = 0; at < count; at++) {
      const day = dayAfter('2026-11-20', at);
      const head = { authority: 'Département', day, position: at + 1, previous, journal: { seq: at, hash: 'ff' }, closedAt: `${day}T23:00:00.000Z` };
      const lines = [line(`A-2026-00000${at + 1}`)];
      const csv = dayCsv(head, lines);
      const pdf = await signPdf(await dayPdf({ ...head, hash: hashOf(csv), seal: from.subject, timeZone: 'Europe/Paris' }, lines), from, { at: new Date(head.closedAt) });
      chain.push({ name: `registre-${day}`, csv, pdf });
      previous = hashOf(csv);
    }
    return chain;
  };
  const told = async (found: readonly (FoundDay | undefined)[], expected = {}): Promise<string[]> => (await verifyRegisters(found.filter((one) => one !== undefined), expected)).map(({ code, day, about }) => [code, day, about].filter(Boolean).join(' '));
  const rewritten = (one: FoundDay | undefined, change: (text: string) => string): FoundDay => ({ ...one, name: one?.name ?? '', csv: Buffer.from(change(Buffer.from(one?.csv ?? []).toString('utf8'))) });

  beforeAll(async () => {
    key = await readKey(makeKey().p12, 'secret');
    other = await readKey(makeKey({ subject: '/CN=Stranger' }).p12, 'secret');
    days = await made(4, key);
  }, 60_000);

  it('are PDF/A-2b once they are signed, by the word of the reference validator, whatever people write', async () => {
    if ('missing' in validator) return;
    const head = { authority: 'Département', day: '2026-11-20', position: 1, previous: noHash, journal: { seq: 1, hash: 'ff' }, closedAt: '2026-11-20T23:00:00.000Z', hash: 'ab'.repeat(32), timeZone: 'Europe/Paris' };
    const lines = Array.from({ length: 70 }, (_, index) => line(`A-2026-${index}`, { subject: ['😀 日本 \u0001 ﷺ '.repeat(12), 'x'.repeat(400), ''][index % 3], masked: index % 5 === 0, later: index % 7 === 0 }));
    const signed = async (pdf: Buffer): Promise<Uint8Array> => signPdf(pdf, key, { at: new Date(head.closedAt) });
    expect(await validator.checkBytes(await signed(await dayPdf({ ...head, seal: key.subject }, lines)), await signed(await dayPdf({ ...head, seal: key.subject }, [])))).toEqual(['ok', 'ok']);
  }, 120_000);

  it('that are whole are found whole, in whatever order their files lie', async () => {
    expect(await told(days, { fromFirst: true, until: '2026-11-23', certificate: key.fingerprint })).toEqual([]);
    expect(await told([...days].reverse())).toEqual([]);
  });

  it('say what they are: day, place, hash of the one before; a name in them runs no formula', () => {
    const csv = days[1]?.csv ?? Buffer.alloc(0);
    expect(readHead(csv)).toEqual(jasmine.objectContaining({ day: '2026-11-21', position: 2, previous: hashOf(days[0]?.csv ?? Buffer.alloc(0)), lines: 1 }));
    expect(Buffer.from(csv).toString('utf8')).toContain("'=cmd");
    expect(readHead(Buffer.from('another file'))).toBeUndefined();
  });

  it('tell which day was edited, by its signed PDF or by the day after it', async () => {
    const edited = rewritten(days[1], (text) => text.replace('A-2026-000002', 'A-2026-000009'));
    expect(await told([days[0], edited, days[2], days[3]])).toEqual(['edited 2026-11-21']);
    expect((await told([days[0], { ...edited, pdf: undefined }, days[2], days[3]])).sort()).toEqual(['edited 2026-11-21', 'noPdf 2026-11-21']);
  });

  it('whose files were eliminated under a visa leave the chain whole, and say so', async () => {
    const gone = (at: number, more: object = {}): FoundDay => {
      const csv = days[at]?.csv ?? Buffer.alloc(0);
      return { name: readHead(csv)?.day ?? '', known: { hash: hashOf(csv) }, eliminated: { visa: 'AD 2037-12', position: at + 1, hash: hashOf(csv), previous: readHead(csv)?.previous ?? '', ...more } };
    };
    expect(await told([gone(0), gone(1), days[2], days[3]], { fromFirst: true, until: '2026-11-23' })).toEqual(['eliminated 2026-11-20 AD 2037-12', 'eliminated 2026-11-21 AD 2037-12']);
    expect(await told([days[0], gone(1, { hash: 'ab'.repeat(32) }), days[2], days[3]])).withContext('another hash than the journal tells').toEqual(['edited 2026-11-21', 'eliminated 2026-11-21 AD 2037-12']);
    expect(await told([days[0], gone(1, { previous: 'cd'.repeat(32) }), days[2], days[3]])).withContext('another before it').toContain('edited 2026-11-20');
    expect(await told([gone(0), days[2], days[3]])).withContext('one is missing all the same').toContain('missing 2026-11-21 2026-11-21');
    expect(await told([{ ...gone(0), csv: days[0]?.csv, pdf: days[0]?.pdf }, days[1], days[2], days[3]])).withContext('brought back by a backup, it is judged as it lies').toEqual([]);
  });

  it('tell which days were left out, and that the end was cut off where one knows how far they went', async () => {
    expect(await told([days[0], days[2], days[3]])).toEqual(['missing 2026-11-21 2026-11-21']);
    expect(await told(days.slice(1), { fromFirst: true })).toEqual(['missing 2026-11-20']);
    expect(await told(days.slice(0, 2))).withContext('files alone can’t tell').toEqual([]);
    expect(await told(days.slice(0, 2), { until: '2026-11-23' })).toEqual(['truncated 2026-11-22 2026-11-23']);
  });

  it('tell that two days changed places, or that one was written twice', async () => {
    const swapped = [days[0], rewritten(days[1], (text) => text.replace('2026-11-21;2;', '2026-11-21;3;')), rewritten(days[2], (text) => text.replace('2026-11-22;3;', '2026-11-22;2;')), days[3]];
    expect(await told(swapped)).toEqual(jasmine.arrayContaining(['edited 2026-11-21', 'edited 2026-11-22', 'reordered 2026-11-21 2026-11-22']));
    const again = rewritten(days[1], (text) => text.replace('A-2026-000002', 'A-2026-000008'));
    expect(await told([...days, again])).toEqual(jasmine.arrayContaining(['twice 2026-11-21 2026-11-21']));
  });

  it('tell a signature that does not hold, one of somebody else, and that there is none', async () => {
    const broken = Buffer.from(days[1]?.pdf ?? []);
    broken[60] = (broken[60] ?? 0) ^ 1;
    expect(await told([{ name: 'a', csv: days[1]?.csv, pdf: broken }])).toContain('badSignature 2026-11-21 changed');
    const [forged] = await made(1, other);
    expect(await told([forged], { certificate: key.fingerprint })).toEqual(['otherSigner 2026-11-20 CN=Stranger']);
    const plain = await dayPdf({ ...(readHead(days[0]?.csv ?? Buffer.alloc(0)) ?? fail('no head')), hash: hashOf(days[0]?.csv ?? Buffer.alloc(0)), timeZone: 'Europe/Paris' } as never, []);
    expect(await told([{ name: 'a', csv: days[0]?.csv, pdf: plain }])).toEqual(['unsigned 2026-11-20']);
    expect(await told([{ name: 'a', csv: days[0]?.csv, pdf: plain }], { certificate: key.fingerprint })).toEqual(['badSignature 2026-11-20']);
  });

  it('tell a PDF of another day, and a file that is no register', async () => {
    expect(await told([{ name: 'a', csv: days[0]?.csv, pdf: days[1]?.pdf }])).toEqual(['edited 2026-11-20']);
    expect(await told([{ name: 'notes.csv', csv: Buffer.from('a;b') }])).toEqual(['unreadable notes.csv']);
  });
});
