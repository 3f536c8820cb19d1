import type { Proposals, Settings } from '@bannette/domain';
import { newId } from '@bannette/store';
import { isSampled, readyToPass } from './let-through.js';

const settings = { types: [{ code: 'INVITATION', letThrough: { confidence: 0.9, sampleEvery: 5 } }, { code: 'VOIRIE' }] } as unknown as Settings;
const read = (values: { readonly [field: string]: string | undefined }, confidence = 0.9): Proposals =>
  Object.fromEntries(Object.entries({ type: 'INVITATION', senderName: 'Mairie', subject: 'Inauguration', receivedAt: '2026-06-01', ...values }).flatMap(([field, value]) => (value ? [[field, { value, confidence, because: 'test' }]] : [])));

describe('Letting a letter through', () => {
  it('asks for a type that may, read with the confidence that it asks for, and every field', () => {
    expect(readyToPass(read({ documentDate: '2026-05-30', postcode: '98100' }), settings)).toEqual({ type: 'INVITATION', sender: { kind: 'individual', name: 'Mairie', postcode: '98100' }, subject: 'Inauguration', receivedAt: '2026-06-01', documentDate: '2026-05-30' });
    expect(readyToPass(read({}, 0.89), settings)).toBeUndefined();
    expect(readyToPass(read({ type: 'VOIRIE' }), settings)).toBeUndefined();
    expect(readyToPass(read({ type: 'INCONNU' }), settings)).toBeUndefined();
    for (const field of ['type', 'senderName', 'subject', 'receivedAt']) expect(readyToPass(read({ [field]: undefined }), settings)).withContext(field).toBeUndefined();
  });

  it('leaves about one in five to an operator, and the same one each time it is asked', () => {
    const ids = Array.from({ length: 2000 }, newId);
    const drawn = ids.filter((id) => isSampled(id, 5));
    expect(drawn.length).toBeGreaterThan(300);
    expect(drawn.length).toBeLessThan(500);
    expect(ids.filter((id) => isSampled(id, 5))).toEqual(drawn);
    expect(ids.every((id) => isSampled(id, 1))).toBeTrue();
  });
});
