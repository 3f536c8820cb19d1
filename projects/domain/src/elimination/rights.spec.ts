import { campaignDeeds, campaignRightsByRole, isSecondPerson, mayWithCampaign, rolesOnCampaign } from './rights.js';
import { campaignStates, type CampaignState } from './states.js';

/* Written a second time and by hand: a campaign with mails of ROUTES, sent to hortense. */
const watch = 'read readItems readFiles';
const matrix: { readonly [groups: string]: Partial<Record<CampaignState, string>> } = {
  ARCHIVES: {
    draft: `${watch} change analyse cancel`,
    analysed: `${watch} change analyse freeze cancel`,
    freezing: `${watch} cancel`,
    frozen: `${watch} takeOut validate cancel`,
    validated: `${watch} cancel`,
    approved: `${watch} nameSignatory submit cancel`,
    submitted: `${watch} recordVisa cancel`,
    refused: watch,
    cooling: `${watch} start cancel`,
    executing: `${watch} stop recordBox`,
    stopped: `${watch} resume recordBox`,
    executed: `${watch} certify recordBox`,
    closed: watch,
    cancelled: watch,
  },
  ELIMINATION: {
    validated: `${watch} approve cancel`,
    approved: `${watch} cancel`,
    submitted: watch,
    refused: watch,
    cooling: watch,
    executing: `${watch} stop`,
    stopped: watch,
    executed: watch,
    closed: watch,
    cancelled: watch,
  },
  'S_ROUTES S_ROUTES__RESPONSABLE': { frozen: watch, validated: watch, approved: `${watch} sign`, submitted: watch, refused: watch, cooling: watch, executing: watch, stopped: watch, executed: watch, closed: watch, cancelled: watch },
  ARCHIVISTES: { submitted: `${watch} openItem recordVisa`, refused: watch, cooling: watch, executing: watch, stopped: watch, executed: watch, closed: watch, cancelled: watch },
  DPO: Object.fromEntries(campaignStates.filter((state) => !['draft', 'analysed', 'freezing'].includes(state)).map((state) => [state, 'read readFiles'])),
  'S_ROUTES S_ROUTES__SECRETARIAT': {},
  'S_ENFANCE S_ENFANCE__RESPONSABLE': {},
  'COURRIER ADMIN': {},
};
const person = (groups: string, id = 'hortense') => ({ id, displayName: id, groups: groups.split(' ').map((group) => `GROUP_GEC_${group}`) });
const campaign = { services: ['ROUTES'], archivists: ['hortense'] };

describe('Rights on campaigns of elimination', () => {
  for (const [groups, by] of Object.entries(matrix))
    it(`${groups}: by state`, () => {
      for (const state of campaignStates) {
        const may = campaignDeeds.filter((deed) => mayWithCampaign(person(groups), deed, { ...campaign, state }));
        expect([...may].sort()).withContext(state).toEqual((by[state] ?? '').split(' ').filter(Boolean).sort() as never);
      }
    });

  it('an archivist sees what was sent to them, and to nobody else', () => {
    for (const state of campaignStates) expect(campaignDeeds.filter((deed) => mayWithCampaign(person('ARCHIVISTES', 'another'), deed, { ...campaign, state }))).withContext(state).toEqual([]);
  });

  it('are those of all that a person is to it', () => {
    expect(rolesOnCampaign(person('ARCHIVES ELIMINATION S_ROUTES__RESPONSABLE'), campaign)).toEqual(['archives', 'approver', 'head']);
  });

  it('keep who asked and who validated from approving', () => {
    const by = { createdBy: 'odile', validatedBy: 'omer' };
    expect(['odile', 'omer', 'bertrand'].map((id) => isSecondPerson({ id }, by))).toEqual([false, false, true]);
  });

  it('are documented by role', () => {
    expect(campaignRightsByRole().find(({ role }) => role === 'head')?.lines.find(({ deed }) => deed === 'sign')?.states).toEqual(['approved']);
    for (const { role, lines } of campaignRightsByRole()) expect(lines.length).withContext(role).toBeGreaterThan(1);
  });
});
