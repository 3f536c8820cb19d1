import { mailActions } from '../mail/actions.js';
import { mailStates } from '../mail/states.js';
import { rightsByRole } from './documented.js';
import { mailRoles, type MailForRights, type MailRole } from './roles.js';
import { may } from './table.js';

/** Somebody who is this to a mail of ENFANCE with a copy for JURIDIQUE, and what they are besides: every secretary is an agent too. */
const people: { readonly [role in MailRole]: { readonly groups: readonly string[]; readonly also: readonly MailRole[] } } = {
  mailRoom: { groups: ['GROUP_GEC_COURRIER'], also: [] },
  agent: { groups: ['GROUP_GEC_S_ENFANCE'], also: [] },
  secretary: { groups: ['GROUP_GEC_S_ENFANCE', 'GROUP_GEC_S_ENFANCE__SECRETARIAT'], also: ['agent'] },
  head: { groups: ['GROUP_GEC_S_ENFANCE', 'GROUP_GEC_S_ENFANCE__RESPONSABLE'], also: ['agent'] },
  copied: { groups: ['GROUP_GEC_S_JURIDIQUE'], also: [] },
  outsider: { groups: ['GROUP_GEC_S_ROUTES'], also: [] },
};

describe('What is documented of rights', () => {
  const documented = rightsByRole();
  const says = (role: MailRole, action: string, state: string): boolean => documented.some((one) => one.role === role && one.lines.some((line) => line.action === action && (line.states as readonly string[]).includes(state)));

  for (const role of mailRoles) {
    it(`is what ${role} may do to an open mail, in every state`, () => {
      const { groups, also } = people[role];
      const person = { id: 'p', displayName: role, groups };
      const wrong = mailActions.flatMap((action) =>
        mailStates.flatMap((state) => {
          const mail: MailForRights = { state, service: 'ENFANCE', copies: ['JURIDIQUE'], confidentiality: 0 };
          const said = [role, ...also].some((one) => says(one, action, state));
          return said === may(person, action, mail) ? [] : [`${action} in ${state}`];
        }));
      expect(wrong).toEqual([]);
    });
  }

  it('leaves nobody without a line but who has nothing to do with the mail', () => {
    expect(documented.filter(({ lines }) => !lines.length).map(({ role }) => role)).toEqual(['outsider']);
  });
});
