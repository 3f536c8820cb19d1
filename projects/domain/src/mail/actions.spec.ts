import { mailActions, nextState, type MailAction } from './actions.js';
import { isOpen, mailStates, type MailState } from './states.js';

/** The whole circuit, written out: from each state, where each action leads. Reading is offered everywhere. */
const circuit: Record<MailState, Partial<Record<MailAction, MailState>>> = {
  toQualify: { qualify: 'registered', passOn: 'toQualify', void: 'voided', note: 'toQualify', shelve: 'toQualify', prioritise: 'toQualify', describe: 'toQualify', lock: 'toQualify', link: 'toQualify', markDuplicate: 'voided' },
  registered: { passOn: 'registered', void: 'voided', note: 'registered', reroute: 'registered', shelve: 'registered', prioritise: 'registered', describe: 'registered', lock: 'registered', link: 'registered', markDuplicate: 'voided' },
  distributed: { void: 'voided', take: 'inProgress', assign: 'distributed', note: 'distributed', copy: 'distributed', reroute: 'registered', answer: 'inProgress', close: 'closed', closeWithoutAnswer: 'noFollowUp', handOver: 'distributed', receive: 'distributed', shelve: 'distributed', prioritise: 'distributed', describe: 'distributed', askPieces: 'inProgress', receivePieces: 'distributed', acknowledge: 'distributed', attest: 'distributed', extend: 'inProgress', transmit: 'closed', addTask: 'distributed', askOpinion: 'distributed', lock: 'distributed', link: 'distributed', markDuplicate: 'noFollowUp' },
  inProgress: { release: 'distributed', assign: 'inProgress', note: 'inProgress', copy: 'inProgress', reroute: 'registered', answer: 'inProgress', close: 'closed', closeWithoutAnswer: 'noFollowUp', handOver: 'inProgress', receive: 'inProgress', shelve: 'inProgress', prioritise: 'inProgress', describe: 'inProgress', askPieces: 'inProgress', receivePieces: 'inProgress', acknowledge: 'inProgress', attest: 'inProgress', extend: 'inProgress', transmit: 'closed', addTask: 'inProgress', askOpinion: 'inProgress', lock: 'inProgress', link: 'inProgress', markDuplicate: 'noFollowUp' },
  toSend: { link: 'toSend' },
  sent: { note: 'sent', describe: 'sent', dispatch: 'sent', link: 'sent' },
  closed: { note: 'closed', attest: 'closed', reopen: 'inProgress', setTrigger: 'closed', handOver: 'closed', receive: 'closed', shelve: 'closed', describe: 'closed', link: 'closed', markDuplicate: 'closed' },
  noFollowUp: { note: 'noFollowUp', attest: 'noFollowUp', reopen: 'inProgress', setTrigger: 'noFollowUp', handOver: 'noFollowUp', receive: 'noFollowUp', shelve: 'noFollowUp', describe: 'noFollowUp', link: 'noFollowUp', markDuplicate: 'noFollowUp' },
  voided: {},
  eliminated: {},
};
const looking: readonly MailAction[] = ['list', 'read', 'readJournal'];

describe('the circuit of a mail', () => {
  for (const state of mailStates) {
    it(`from ${state} leads where it should, and nowhere else`, () => {
      const found = Object.fromEntries(mailActions.filter((action) => !looking.includes(action)).map((action) => [action, nextState(state, action)]).filter(([, to]) => to));
      expect(found).toEqual(circuit[state]);
    });
    it(`is not moved by looking, in ${state}`, () => {
      expect(looking.map((action) => nextState(state, action))).toEqual([state, state, state]);
    });
  }
  it('has work left until a mail is closed, sent or voided', () => {
    expect(mailStates.filter(isOpen)).toEqual(['toQualify', 'registered', 'distributed', 'inProgress', 'toSend']);
  });
});
