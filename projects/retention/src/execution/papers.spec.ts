import { createHash } from 'node:crypto';
import { veraPdf } from '@bannette/print/testing';
import { readKey, signPdf, timestampsFrom, verifyPdf } from '@bannette/seal';
import { dss, makeKey, startTimestampAuthority } from '@bannette/seal/testing';
import { bordereauPdf } from '../campaigns/bordereau-pdf.js';
import { slipPdf } from '../sortings/slip-pdf.js';
import { attestedList } from './attested.js';
import { certificatePdf } from './certificate.js';
import { reportPdf, type Outcomes } from './report.js';
import { bytesOf, countOf, reasons } from './words.js';
import { eliminationCauses } from '@bannette/domain';

const outcomes: Outcomes = {
  csv: Buffer.from('x'),
  root: createHash('sha256').update('root').digest('hex'),
  lines: [{ line: 1, row: 'REC-01', year: 2019, listed: 12_345, destroyed: 12_340, kept: 2, refused: 3, failed: 0, bytes: 9_876_543_210 }],
  destroyed: { mails: 12_340, registers: 0, documents: 24_680, bytes: 9_876_543_210 },
  exceptions: Array.from({ length: 60 }, (_, index) => ({ name: `A-2019-${index}`, reason: 'gelé' })),
  excepted: 70,
};
const campaign = { chrono: 'ELIM-2026-001', title: 'Réclamations des routes et de tout ce qui s’y rattache '.repeat(3), started_at: new Date('2026-11-22T08:00:00Z'), executed_at: new Date('2026-11-22T09:00:00Z'), visa_by: 'Hortense Aubry', visa_on: '2026-11-20', visa_reference: 'AD/2026/77', validated_by_name: 'Odile Charpentier', approved_by_name: 'Bertrand Lacaze', manifest_sha512: 'ab'.repeat(64), backups_until: '2027-02-20' };
const certificate = (seal?: string) => certificatePdf({ campaign: campaign as never, authority: 'Département de la Lys-et-Loire', outcomes, boxes: [{ box: 'B-2019-00001', destroyed_on: '2026-12-01', contractor: 'Broyage du Lys' }, { box: 'B-2019-00002', destroyed_on: null, contractor: null }], report: 'cd'.repeat(32), on: (at) => at.toISOString(), seal, operators: ['bannette-svc', 'bannette-purge'] });

const report = () => reportPdf({ authority: 'Département', chrono: 'ELIM-2026-001', title: campaign.title, manifest: campaign.manifest_sha512, csvSha256: 'cd'.repeat(32), executedOn: '22 novembre 2026' }, outcomes);
const line = { line: 1, service: 'ROUTES', serviceLabel: 'Direction générale – Infrastructures – Routes', row: 'REC-01', rowLabel: 'Réclamations d’usagers', years: 5, reference: 'AD/1', year: 2018, firstDay: '2018-01-02', lastDay: '2018-12-30', items: 12_345, documents: 24_680, bytes: 9_876_543_210, boxes: ['B-2019-00001'] };
const bordereau = (title: string, seal?: string) =>
  bordereauPdf({
    head: { chrono: 'ELIM-2026-001', title, authority: 'Département de la Lys-et-Loire', until: '2025-12-31', frozenAt: '2026-06-10T09:00:00.000Z', frozenOn: '10 juin 2026 à 11:00', stamp: 'Autorité d’horodatage', manifestSha512: campaign.manifest_sha512, seal },
    lines: Array.from({ length: 60 }, (_, index) => ({ ...line, line: index + 1 })),
    persons: [{ what: 'Validée par', name: 'Odile Charpentier', on: '22 novembre 2026' }],
    signatures: [{ service: 'ROUTES', label: 'Routes', name: 'Marc Delmas', on: '22 novembre 2026' }, { service: 'DGS', label: 'Direction générale' }],
  });

const sorted = (agreedOn?: string) =>
  slipPdf({
    sorting: { chrono: 'TRI-2026-001', title: campaign.title, authority: 'Département de la Lys-et-Loire', state: agreedOn ? 'agreed' : 'draft', agreedOn, listSha512: campaign.manifest_sha512, criterion: 'un dossier sur dix 😀', rowInFull: { code: 'SUB-01', label: 'Subventions', years: 5, trigger: 'CLOTURE', finalSort: 'T', source: 'Tableau 2026' }, amounts: { kept: { units: 1, mails: 1, documents: 2, bytes: 12_345 }, notKept: { units: 60, mails: 60, documents: 120, bytes: 9_876_543_210 } }, years: [{ year: 2019, kept: 1, notKept: 60 }] } as never,
    rule: 'un sur dix, à partir du premier',
    services: 'tous',
    years: '2018 – 2019',
    persons: ['Proposé par Odile Charpentier'],
    lines: Array.from({ length: 61 }, (_, index) => ({ position: index + 1, rank: index + 1, affair: index % 7 === 0, chrono: `A-2019-${index}`, type: 'Demande de subvention', service: 'DGS', year: 2019, due: '2024-12-31', documents: 2, bytes: 12_345, picked: 'notKept' as const, decision: index ? ('notKept' as const) : ('kept' as const), because: index ? '' : 'intérêt historique 日本 '.repeat(9) })),
  });

const validator = await veraPdf();
if ('missing' in validator) console.log(`papers of eliminations are not validated: ${validator.missing}`);
const signatures = await dss();
if ('missing' in signatures) console.log(`signatures are not checked by the Commission's validator: ${signatures.missing}`);

describe('Papers of an elimination', () => {
  it('are PDF/A that name the digests they stand for', async () => {
    for (const pdf of [await certificate(), await report()]) {
      const text = pdf.toString('latin1');
      expect(text).toContain('pdfaid:part>2');
      expect(text.includes(outcomes.root) || text.includes(Buffer.from(outcomes.root, 'latin1').toString('hex'))).withContext('Merkle root among its keywords').toBeTrue();
    }
  });

  it('say to a program which list was destroyed: the certificate that is brought after a restore', async () => {
    const key = await readKey(makeKey().p12, 'secret');
    const sealed = await signPdf(await certificate(key.subject), key, { at: new Date(), field: 'Attestation' });
    expect(await attestedList(sealed, [key.fingerprint])).toEqual({ manifest: campaign.manifest_sha512 });
  });

  it('are PDF/A-2b by the word of the reference validator: bordereau, report, certificate and bordereau de tri, sealed or not, whatever people write', async () => {
    if ('missing' in validator) return;
    const key = await readKey(makeKey().p12, 'secret');
    const sealed = async (pdf: Buffer, field: string): Promise<Buffer> => Buffer.from(await signPdf(pdf, key, { at: new Date(), field }));
    const papers = {
      bordereau: await bordereau(campaign.title),
      'bordereau, sealed': await sealed(await bordereau(campaign.title, key.subject), 'Bordereau'),
      'bordereau with signs that no font has': await bordereau('Œuvres 😀 日本 \u0001 ﷺ'),
      report: await report(),
      'bordereau de tri': await sorted('2026-11-20'),
      'bordereau de tri, not agreed yet': await sorted(),
      certificate: await certificate(),
      'certificate, sealed': await sealed(await certificate(key.subject), 'Attestation'),
    };
    const said = await validator.checkBytes(...Object.values(papers));
    expect(Object.keys(papers).map((paper, index) => `${paper}: ${said[index]}`)).toEqual(Object.keys(papers).map((paper) => `${paper}: ok`));
  }, 120_000);

  it('are sealed so that a changed byte shows', async () => {
    const key = await readKey(makeKey().p12, 'secret');
    const signed = Buffer.from(await signPdf(await certificate(key.subject), key, { at: new Date(), field: 'Attestation' }));
    const intact = async (): Promise<boolean> => (await verifyPdf(signed)).every((signature) => signature.valid);
    expect(await intact()).toBeTrue();
    const at = signed.indexOf('pdfaid');
    signed[at] = (signed[at] ?? 0) ^ 1;
    expect(await intact()).toBeFalse();
  });

  it('are signed as PAdES by the word of the Commission’s validator: with a timestamp, by two keys of two kinds, and not where a byte was changed', async () => {
    if ('missing' in signatures) return;
    const [house, contractor, authority] = [makeKey(), makeKey({ algorithm: 'ec:P-256', subject: '/CN=Contractor' }), await startTimestampAuthority()];
    try {
      const [key, other] = await Promise.all([readKey(house.p12, 'secret'), readKey(contractor.p12, 'secret')]);
      const stamped = await signPdf(await certificate(key.subject), key, { at: new Date(), field: 'Attestation', timestamp: timestampsFrom({ url: authority.url }) });
      const twice = await signPdf(await signPdf(await bordereau(campaign.title, key.subject), key, { at: new Date(), field: 'Bordereau' }), other, { at: new Date(), field: 'Second' });
      const changed = Buffer.from(stamped);
      const at = changed.indexOf('pdfaid');
      changed[at] = (changed[at] ?? 0) ^ 1;
      const said = await signatures.check([house.certificate, contractor.certificate, authority.root], stamped, twice, changed, await report());
      expect(said).toEqual(['PAdES-BASELINE-T TOTAL_PASSED', 'PAdES-BASELINE-B TOTAL_PASSED, PAdES-BASELINE-B TOTAL_PASSED', jasmine.stringMatching(/ TOTAL_FAILED HASH_FAILURE$/), 'not signed']);
    } finally {
      await authority.close();
    }
  }, 120_000);

  it('have a word for every cause', () => {
    expect(/\u202f/.test(`${countOf(12_345)} ${bytesOf(9_876_543_210)}`)).withContext('a space that the fonts have').toBeFalse();
    expect(eliminationCauses.filter((cause) => !(cause in reasons))).toEqual([]);
  });
});
