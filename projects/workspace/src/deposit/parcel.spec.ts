import type { Deposit, DepositFile } from '../api/types.js';
import { formOf, isSettled, newKey, pauseAfter, saidOfFiles } from './parcel.js';

describe('A parcel for the mail room', () => {
  const file: DepositFile = { id: 'f', name: 'a.pdf', size: 1, sha512: '', state: 'read', warnings: [] };
  const deposit = (more: Partial<Deposit>): Deposit => ({ id: 'd', state: 'done', channel: 'post', source: 'page', createdAt: '', createdBy: '', files: [file], mails: [], ...more });

  it('carries its files in their order and what is known of the sender, nothing empty', () => {
    const form = formOf({ files: [new File(['1'], 'un.pdf'), new File(['2'], 'deux.pdf')], fields: { channel: 'post', senderName: '', receivedAt: '2026-11-20' } });
    expect(form.getAll('files').map((each) => (each as File).name)).toEqual(['un.pdf', 'deux.pdf']);
    expect([form.get('channel'), form.get('receivedAt'), form.has('senderName')]).toEqual(['post', '2026-11-20', false]);
  });

  it('of a household says of each file what it is, and for whom unless it says so itself', () => {
    const [mother, son] = [{ id: 'm', name: 'Diallo', firstName: 'Awa' }, { id: 's', name: 'Diallo', firstName: 'Issa' }];
    const nothing = { nature: '', beneficiaries: [], unknown: false };
    expect(JSON.parse(saidOfFiles([{ ...nothing, nature: 'BAIL' }, { ...nothing, beneficiaries: [son] }, { ...nothing, unknown: true }], [mother, son]) ?? '')).toEqual([{ nature: 'BAIL', beneficiaries: ['m', 's'] }, { beneficiaries: ['s'] }, { beneficiaries: [], beneficiaryUnknown: true }]);
    expect(saidOfFiles([nothing, nothing], [])).withContext('nothing said').toBeUndefined();
  });

  it('has a key that no other has', () => {
    expect(new Set(Array.from({ length: 100 }, newKey)).size).toBe(100);
  });

  it('is followed until each of its mails has its number and its tray', () => {
    expect(isSettled(deposit({ state: 'reading', files: [{ ...file, state: 'reading' }] }))).toBeFalse();
    expect(isSettled(deposit({ mails: [{ id: 'm', state: 'toQualify' }] }))).toBeFalse();
    expect(isSettled(deposit({ mails: [{ id: 'm', state: 'distributed', chrono: 'A-2026-000001', tray: 'social' }] }))).toBeTrue();
  });

  it('is no longer followed once its only file is set aside', () => {
    expect(isSettled(deposit({ state: 'attention', files: [{ ...file, state: 'quarantined', reason: 'empty' }] }))).toBeTrue();
  });

  it('is looked at less and less often, since qualification waits for a person', () => {
    expect([pauseAfter(0), pauseAfter(20), pauseAfter(100)]).toEqual([2, 10, 60]);
  });
});
