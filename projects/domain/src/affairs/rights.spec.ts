import { affairStates } from './affair.js';
import { affairActions, mayWithAffair, type AffairAction } from './rights.js';

/* Written a second time and by hand: the affair is ENFANCE's. */
const look = 'list read note';
const deeds: { readonly [groups: string]: { readonly open: string; readonly closed: string } } = {
  COURRIER: { open: `${look} file`, closed: look },
  S_ENFANCE: { open: `${look} file change close`, closed: look },
  'S_ENFANCE S_ENFANCE__SECRETARIAT': { open: `${look} file change close`, closed: `${look} reopen` },
  'S_ENFANCE S_ENFANCE__RESPONSABLE': { open: `${look} file change close`, closed: `${look} reopen` },
  S_ROUTES: { open: '', closed: '' },
  'DPO ARCHIVES ADMIN': { open: '', closed: '' },
};
const person = (groups: string) => ({ id: 'p', displayName: 'p', groups: groups.split(' ').map((group) => `GROUP_GEC_${group}`) });
const offered = (groups: string, affair: object): AffairAction[] => affairStates.flatMap((state) => affairActions.filter((action) => mayWithAffair(person(groups), action, { service: 'ENFANCE', confidentiality: 0, state, ...affair } as never)));

describe('rights on affairs', () => {
  for (const [groups, by] of Object.entries(deeds))
    it(`${groups}: by state`, () => {
      for (const state of affairStates) {
        const may = affairActions.filter((action) => mayWithAffair(person(groups), action, { service: 'ENFANCE', confidentiality: 0, state }));
        expect([...may].sort()).withContext(state).toEqual(by[state].split(' ').filter(Boolean).sort() as AffairAction[]);
      }
    });

  it('a restricted one is opened by cleared people only; its service and the mail room see that it is there', () => {
    const secret = { confidentiality: 3, compartment: 'ASE' };
    expect(offered('S_ENFANCE', secret)).toEqual(['list', 'list']);
    expect(offered('COURRIER', secret)).toEqual(['list', 'list']);
    expect(offered('S_ENFANCE S_ENFANCE__C_ASE', secret)).toContain('read');
    expect(offered('S_NORD S_NORD__C_ASE', secret)).toEqual([]);
  });
});
