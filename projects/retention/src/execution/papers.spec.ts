import { createHash } from 'node:crypto';
import { readKey, signPdf, verifyPdf } from '@bannette/seal';
import { makeKey } from '@bannette/seal/testing';
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

describe('Papers of an elimination', () => {
  it('are PDF/A that name the digests they stand for', async () => {
    for (const pdf of [await certificate(), await reportPdf({ authority: 'Département', chrono: 'ELIM-2026-001', title: campaign.title, manifest: campaign.manifest_sha512, csvSha256: 'cd'.repeat(32), executedOn: '22 novembre 2026' }, outcomes)]) {
      const text = pdf.toString('latin1');
      expect(text).toContain('pdfaid:part>2');
      expect(text.includes(outcomes.root) || text.includes(Buffer.from(outcomes.root, 'latin1').toString('hex'))).withContext('Merkle root among its keywords').toBeTrue();
    }
  });

  it('are sealed so that a changed byte shows', async () => {
    const key = await readKey(makeKey().p12, 'secret');
    const signed = Buffer.from(await signPdf(await certificate(key.subject), key, { at: new Date(), field: 'Attestation' }));
    const intact = async (): Promise<boolean> => (await verifyPdf(signed)).every((signature) => signature.valid);
    expect(await intact()).toBeTrue();
    const at = signed.indexOf('pdfaid');
    signed[at] = (signed[at] ?? 0) ^ 1;
    expect(await intact()).toBeFalse();
  });

  it('have a word for every cause', () => {
    expect(/\u202f/.test(`${countOf(12_345)} ${bytesOf(9_876_543_210)}`)).withContext('a space that the fonts have').toBeFalse();
    expect(eliminationCauses.filter((cause) => !(cause in reasons))).toEqual([]);
  });
});
