import { mailActions, type MailAction } from '../mail/actions.js';
import { mailStates, type MailState } from '../mail/states.js';
import { confidentialityLevels } from '../mail/vocabulary.js';
import { may } from './table.js';
import type { MailForRights } from './roles.js';

/*
 * The rights matrix as the trade says it, written out a second time and by hand. The mail belongs to ENFANCE, with a
 * copy for JURIDIQUE. Whoever changes a right changes both, here by name.
 */

type Post = 'mailRoom' | 'agent' | 'secretary' | 'head' | 'copied' | 'outsider';

/** People: the groups they are in, what they are to the mail, which letters they may open, whether they see a masked line of the others. */
const people: Readonly<Record<string, { groups: string; post: Post; opens: string; masked: boolean }>> = {
  'someone of the mail room': { groups: 'COURRIER', post: 'mailRoom', opens: 'open', masked: true },
  'an agent': { groups: 'S_ENFANCE', post: 'agent', opens: 'open', masked: true },
  'an agent cleared for the compartment': { groups: 'S_ENFANCE S_ENFANCE__C_ASE', post: 'agent', opens: 'open compartment', masked: true },
  'an agent cleared for another compartment': { groups: 'S_ENFANCE S_ENFANCE__C_PMI', post: 'agent', opens: 'open', masked: true },
  'a secretary': { groups: 'S_ENFANCE S_ENFANCE__SECRETARIAT', post: 'secretary', opens: 'open restricted', masked: true },
  'a secretary cleared for the compartment': { groups: 'S_ENFANCE S_ENFANCE__SECRETARIAT S_ENFANCE__C_ASE', post: 'secretary', opens: 'open restricted compartment', masked: true },
  'a head of service': { groups: 'S_ENFANCE S_ENFANCE__RESPONSABLE', post: 'head', opens: 'open restricted', masked: true },
  'a head of service cleared for the compartment': { groups: 'S_ENFANCE S_ENFANCE__RESPONSABLE S_ENFANCE__C_ASE', post: 'head', opens: 'open restricted compartment', masked: true },
  'an agent of a copied service': { groups: 'S_JURIDIQUE', post: 'copied', opens: 'open', masked: false },
  'a cleared agent of a copied service': { groups: 'S_JURIDIQUE S_JURIDIQUE__C_ASE', post: 'copied', opens: 'open compartment', masked: false },
  'the head of a copied service': { groups: 'S_JURIDIQUE S_JURIDIQUE__RESPONSABLE', post: 'copied', opens: 'open restricted', masked: false },
  'an agent of another service': { groups: 'S_ROUTES', post: 'outsider', opens: '', masked: false },
  'a head cleared for the same compartment elsewhere': { groups: 'S_NORD S_NORD__RESPONSABLE S_NORD__C_ASE', post: 'outsider', opens: '', masked: false },
  'the data protection officer': { groups: 'DPO', post: 'outsider', opens: '', masked: false },
  'an archivist': { groups: 'ARCHIVES', post: 'outsider', opens: '', masked: false },
  'a functional administrator': { groups: 'ADMIN', post: 'outsider', opens: '', masked: false },
  'someone in no group at all': { groups: '', post: 'outsider', opens: '', masked: false },
};

const look = 'list read readJournal';
const clocks = 'askPieces receivePieces acknowledge attest extend transmit';
const teamwork = 'addTask askOpinion lock';
const work = `${look} note take copy reroute answer close ${clocks} ${teamwork}`;
const going = `${look} note release copy reroute answer close ${clocks} ${teamwork}`;
const tied = 'link';
const agent = { distributed: `${work} receive describe ${tied}`, inProgress: `${going} receive describe ${tied}`, toSend: `${look} ${tied}`, sent: `${look} note describe dispatch ${tied}`, closed: `${look} note attest setTrigger receive describe ${tied}`, noFollowUp: `${look} note attest setTrigger receive describe ${tied}` };
const chief = { distributed: `${work} receive describe assign closeWithoutAnswer prioritise ${tied} markDuplicate`, inProgress: `${going} receive describe assign closeWithoutAnswer prioritise ${tied} markDuplicate`, toSend: `${look} ${tied}`, sent: `${look} note describe dispatch ${tied}`, closed: `${look} note attest setTrigger receive describe reopen ${tied} markDuplicate`, noFollowUp: `${look} note attest setTrigger receive describe reopen ${tied} markDuplicate` };
const paper = 'handOver shelve';
const secretary = { ...chief, distributed: `${chief.distributed} ${paper}`, inProgress: `${chief.inProgress} ${paper}`, closed: `${chief.closed} ${paper}`, noFollowUp: `${chief.noFollowUp} ${paper}` };

/** What each post does to a mail that it may open, by state; in a state that isn't named, nothing. */
const deeds: Readonly<Record<Post, { readonly [state in MailState]?: string }>> = {
  mailRoom: {
    toQualify: `${look} note lock qualify passOn prioritise void shelve describe link markDuplicate`,
    registered: `${look} note lock passOn prioritise void reroute shelve describe link markDuplicate`,
    distributed: `${look} note lock void reroute ${paper} describe link markDuplicate`,
    inProgress: `${look} note ${paper} describe link`,
    toSend: `${look} link`,
    sent: `${look} note describe link`,
    closed: `${look} note ${paper} describe link`,
    noFollowUp: `${look} note ${paper} describe link`,
    voided: look,
  },
  agent,
  secretary,
  head: chief,
  copied: { distributed: `${look} note`, inProgress: `${look} note`, toSend: look, sent: `${look} note`, closed: `${look} note`, noFollowUp: `${look} note` },
  outsider: {},
};

/** Which kind of secret a mail is: 0 and 1 are open to the service, from 2 on a compartment, or else the service's heads and secretaries. */
const secretOf = (mail: MailForRights): string => (mail.confidentiality < 2 ? 'open' : mail.compartment ? 'compartment' : 'restricted');

function expected(name: string, action: MailAction, mail: MailForRights): boolean {
  const person = people[name];
  if (!person) throw new Error(name);
  if (!mail.service && person.post !== 'mailRoom') return false;
  const opens = !mail.service || person.opens.split(' ').includes(secretOf(mail));
  const offered = (deeds[person.post][mail.state] ?? '').split(' ').includes(action);
  return offered && (opens || (['list', 'handOver', 'shelve'].includes(action) && person.masked));
}

/** Every mail: state × confidentiality × compartment, with its service, and before it has one. */
const placed = { service: 'ENFANCE', copies: ['JURIDIQUE'] };
const unplaced = { copies: [] };
const mails: readonly MailForRights[] = mailStates.flatMap((state) =>
  confidentialityLevels.flatMap((confidentiality) =>
    [undefined, 'ASE'].flatMap((compartment) =>
      [placed, ...(['toQualify', 'registered', 'voided'].includes(state) ? [unplaced] : [])].map((place) => ({ ...place, state, confidentiality, compartment })))));
const worded = (mail: MailForRights): string => `${mail.state}, confidentiality ${mail.confidentiality}${mail.compartment ? ` in ${mail.compartment}` : ''}${mail.service ? '' : ', without a service yet'}`;

describe('the rights matrix', () => {
  for (const [name, { groups }] of Object.entries(people)) {
    const person = { id: 'p', displayName: name, groups: groups.split(' ').filter(Boolean).map((group) => `GROUP_GEC_${group}`) };
    for (const action of mailActions) {
      it(`${name}: ${action}`, () => {
        const wrong = mails.filter((mail) => may(person, action, mail) !== expected(name, action, mail));
        expect(wrong.map((mail) => `${may(person, action, mail) ? 'may' : 'may not'}: ${worded(mail)}`)).toEqual([]);
      });
    }
  }

  it('has every cell of posts, actions, states, confidentiality and compartments', () => {
    expect(mails.length).toBe(10 * 5 * 2 + 3 * 5 * 2);
    expect(Object.keys(people).length * mailActions.length * mails.length).toBeGreaterThan(30_000);
  });
});
