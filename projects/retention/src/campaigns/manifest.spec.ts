import { canonicalJson, type JsonValue } from '@bannette/store';
import type { MailRow } from '@bannette/house';
import { bordereauCsv } from './bordereau-csv.js';
import { volume } from './bordereau-words.js';
import { metadataDigest } from './description.js';
import { fullName } from './lines.js';
import { manifestOf, sha512Of, type BordereauLine } from './manifest.js';

const head = { campaign: 'ELIM-2026-001', id: 'c', entity: 'default', authority: 'Val-de-Lys', until: '2025-12-31', frozenAt: '2026-06-10T09:00:00.000Z' };
const line: BordereauLine = { line: 1, service: 'ROUTES', serviceLabel: 'Routes', row: 'REC-01', rowLabel: '=Réclamations', years: 5, reference: 'AD/1', year: 2018, firstDay: '2018-01-02', lastDay: '2018-12-30', items: 1, documents: 1, bytes: 2048, boxes: [] };
const item = { position: 1, line: 1, kind: 'mail' as const, id: 'm', chrono: 'A-2018-000001', due: '2023-05-04', metadata: 'aa', documents: [{ node: 'n', part: 'original' as const, name: 'A-2018-000001-1.pdf', sha512: 'bb', size: 2048 }] };

describe('The manifest of a frozen list', () => {
  it('is the same bytes for the same list, whoever writes it down again', () => {
    const bytes = manifestOf(head, [line], [item]);
    expect(canonicalJson(JSON.parse(bytes.toString()) as JsonValue)).toBe(bytes.toString());
    const shuffled = Object.fromEntries(Object.entries(item).reverse()) as unknown as typeof item;
    expect(sha512Of(manifestOf(head, [line], [shuffled]))).toBe(sha512Of(bytes));
  });

  it('is another one for any other list', () => {
    const digests = [manifestOf(head, [line], [item]), manifestOf(head, [line], [{ ...item, documents: [] }]), manifestOf(head, [line], [{ ...item, metadata: 'ab' }]), manifestOf(head, [], [item]), manifestOf({ ...head, until: '2025-12-30' }, [line], [item])].map(sha512Of);
    expect(new Set(digests).size).toBe(5);
  });
});

describe('What is told of a mail', () => {
  const mail = { id: 'm', subject: 'Nid-de-poule', registered_at: new Date('2018-05-04T08:00:00Z'), fields: { a: 1 }, revision: 3, readers: ['x'] } as unknown as MailRow;
  it('has a digest that covers what people say of it, and nothing that moves by itself', () => {
    const digest = metadataDigest(mail);
    expect(digest).toMatch(/^[0-9a-f]{128}$/);
    expect(metadataDigest({ ...mail, revision: 9, readers: [], box: 'B-1' } as MailRow)).toBe(digest);
    for (const change of [{ subject: 'Autre' }, { declared_trigger: '2018-01-01' }, { fields: { a: 2 } }, { registered_at: new Date('2018-05-04T08:00:01Z') }]) expect(metadataDigest({ ...mail, ...change } as MailRow)).withContext(JSON.stringify(change)).not.toBe(digest);
  });
});

describe('The bordereau', () => {
  it('names services by their whole name, and volumes as people read them', () => {
    const services = [{ code: 'DGS', label: 'Direction générale' }, { code: 'INFRA', label: 'Infrastructures', parent: 'DGS' }, { code: 'ROUTES', label: 'Routes', parent: 'INFRA' }] as never;
    expect([fullName('ROUTES', services), fullName('GONE', services)]).toEqual(['Direction générale – Infrastructures – Routes', 'GONE']);
    expect([0, 1023, 1024, 5_500_000].map(volume)).toEqual(['0 o', '1023 o', '1,0 Kio', '5,2 Mio']);
  });

  it('is a table that no program takes for formulae', () => {
    const csv = bordereauCsv({ head: { chrono: 'ELIM-2026-001', title: '=1+1', authority: 'Val-de-Lys', until: '2025-12-31', frozenAt: '', frozenOn: '', manifestSha512: 'cc' }, lines: [line], persons: [], signatures: [{ service: 'ROUTES', label: 'Routes' }] }).toString();
    expect([csv.includes('\'=1+1'), csv.includes('ROUTES;=') || csv.includes(';=1'), csv.includes('non signé')]).toEqual([true, false, true]);
  });
});
