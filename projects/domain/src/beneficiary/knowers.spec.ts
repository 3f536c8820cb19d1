import type { Settings } from '../settings/settings.js';
import { filesKnownTo, keepsBeneficiaries, knowersOf, knows, type Guard } from './knowers.js';

/*
 * Who may know that there is a file, written out by hand a second time. INSERTION and ENFANCE keep files, ROUTES does not;
 * PORT is a site with a mail room of its own.
 */
const settings = {
  services: [
    { code: 'INSERTION', label: 'Insertion', kind: 'service', compartments: [], beneficiaries: true },
    { code: 'ENFANCE', label: 'Enfance', kind: 'service', compartments: ['ASE', 'PMI'], beneficiaries: true },
    { code: 'ROUTES', label: 'Routes', kind: 'service', compartments: [] },
  ],
  sites: [{ code: 'PORT', label: 'Port', mailRoom: true }],
} as unknown as Pick<Settings, 'services' | 'sites'>;

const guards: Readonly<Record<string, Guard>> = {
  shared: {},
  insertion: { service: 'INSERTION' },
  enfance: { service: 'ENFANCE' },
  routes: { service: 'ROUTES' },
  ase: { service: 'ENFANCE', compartment: 'ASE' },
  pmi: { service: 'ENFANCE', compartment: 'PMI' },
};

const matrix: readonly [who: string, groups: string, known: string, page: boolean][] = [
  ['the mail room', 'COURRIER', 'shared insertion enfance routes', true],
  ['the mail room of a site', 'COURRIER__PORT', 'shared', true],
  ['an agent of a service that keeps files', 'S_INSERTION', 'shared insertion', true],
  ['an agent of the guarding service', 'S_ENFANCE', 'shared enfance', true],
  ['its head', 'S_ENFANCE S_ENFANCE__RESPONSABLE', 'shared enfance', true],
  ['its secretary', 'S_ENFANCE S_ENFANCE__SECRETARIAT', 'shared enfance', true],
  ['an agent cleared for child welfare', 'S_ENFANCE S_ENFANCE__C_ASE', 'shared enfance ase', true],
  ['an agent cleared for both', 'S_ENFANCE S_ENFANCE__C_ASE S_ENFANCE__C_PMI', 'shared enfance ase pmi', true],
  ['who is cleared for the same compartment elsewhere', 'S_NORD S_NORD__C_ASE', '', false],
  ['an agent of a service without files', 'S_ROUTES', 'routes', false],
  ['the mail room, and cleared', 'COURRIER S_ENFANCE S_ENFANCE__C_ASE', 'shared insertion enfance routes ase', true],
  ['the data protection officer', 'DPO', '', false],
  ['an archivist', 'ARCHIVES', '', false],
  ['a functional administrator', 'ADMIN', '', false],
  ['someone in no group', '', '', false],
];

describe('who knows of a beneficiary', () => {
  for (const [who, of, known, page] of matrix) {
    const person = { id: 'p', displayName: who, groups: of.split(' ').filter(Boolean).map((group) => `GROUP_GEC_${group}`) };

    it(`${who}: ${known || 'nobody'}`, () => {
      expect(Object.keys(guards).filter((name) => knows(person, guards[name] ?? {}, settings))).toEqual(known.split(' ').filter(Boolean));
      expect(keepsBeneficiaries(person, settings)).toBe(page);
    });

    it(`${who} is filtered by what they know, said the other way round`, () => {
      const files = filesKnownTo(person, settings);
      for (const guard of Object.values(guards)) {
        const listed = !guard.service ? files.shared : guard.compartment ? files.compartments.some(({ service, compartment }) => service === guard.service && compartment === guard.compartment) : files.services.includes(guard.service);
        expect(listed).withContext(JSON.stringify(guard)).toBe(knows(person, guard, settings));
      }
    });
  }

  it('leaves the mail room and the service itself outside a compartment', () => {
    expect(knowersOf({ service: 'ENFANCE', compartment: 'ASE' }, settings)).toEqual(['GROUP_GEC_S_ENFANCE__C_ASE']);
  });
});
