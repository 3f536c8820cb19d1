import type { MailState } from './states.js';

/** What people, or the house itself, do to a mail. Rights on each are in `rights/table.ts`. */
export const mailActions = [
  'list',
  'read',
  'readJournal',
  'qualify',
  'passOn',
  'void',
  'take',
  'release',
  'assign',
  'note',
  'copy',
  'reroute',
  'answer',
  'close',
  'closeWithoutAnswer',
  'reopen',
  'setTrigger',
  'handOver',
  'receive',
  'shelve',
  'describe',
  'askPieces',
  'receivePieces',
  'acknowledge',
  'attest',
  'extend',
  'dispatch',
  'transmit',
  'lock',
  'prioritise',
  'addTask',
  'askOpinion',
  'link',
  'markDuplicate',
] as const;
export type MailAction = (typeof mailActions)[number];

/**
 * The state that an action leads to, by the state it starts from. An absent pair means that the action can't be done
 * there; `same` leaves the state alone.
 */
const circuit: { readonly [action in MailAction]?: { readonly [from in MailState]?: MailState | 'same' } } = {
  qualify: { toQualify: 'registered' },
  passOn: { toQualify: 'same', registered: 'same' },
  void: { toQualify: 'voided', registered: 'voided', distributed: 'voided' },
  take: { distributed: 'inProgress' },
  release: { inProgress: 'distributed' },
  assign: { distributed: 'same', inProgress: 'same' },
  note: { toQualify: 'same', registered: 'same', distributed: 'same', inProgress: 'same', closed: 'same', noFollowUp: 'same', sent: 'same' },
  copy: { distributed: 'same', inProgress: 'same' },
  reroute: { registered: 'same', distributed: 'registered', inProgress: 'registered' },
  answer: { distributed: 'inProgress', inProgress: 'same' },
  close: { distributed: 'closed', inProgress: 'closed' },
  closeWithoutAnswer: { distributed: 'noFollowUp', inProgress: 'noFollowUp' },
  reopen: { closed: 'inProgress', noFollowUp: 'inProgress' },
  setTrigger: { closed: 'same', noFollowUp: 'same' },
  handOver: { distributed: 'same', inProgress: 'same', closed: 'same', noFollowUp: 'same' },
  receive: { distributed: 'same', inProgress: 'same', closed: 'same', noFollowUp: 'same' },
  askPieces: { distributed: 'inProgress', inProgress: 'same' },
  receivePieces: { distributed: 'same', inProgress: 'same' },
  acknowledge: { distributed: 'same', inProgress: 'same' },
  attest: { distributed: 'same', inProgress: 'same', closed: 'same', noFollowUp: 'same' },
  extend: { distributed: 'inProgress', inProgress: 'same' },
  dispatch: { sent: 'same' },
  lock: { toQualify: 'same', registered: 'same', distributed: 'same', inProgress: 'same' },
  transmit: { distributed: 'closed', inProgress: 'closed' },
  prioritise: { toQualify: 'same', registered: 'same', distributed: 'same', inProgress: 'same' },
  addTask: { distributed: 'same', inProgress: 'same' },
  askOpinion: { distributed: 'same', inProgress: 'same' },
  describe: { toQualify: 'same', registered: 'same', distributed: 'same', inProgress: 'same', sent: 'same', closed: 'same', noFollowUp: 'same' },
  shelve: { toQualify: 'same', registered: 'same', distributed: 'same', inProgress: 'same', closed: 'same', noFollowUp: 'same' },
  link: { toQualify: 'same', registered: 'same', distributed: 'same', inProgress: 'same', toSend: 'same', sent: 'same', closed: 'same', noFollowUp: 'same' },
  markDuplicate: { toQualify: 'voided', registered: 'voided', distributed: 'noFollowUp', inProgress: 'noFollowUp', closed: 'same', noFollowUp: 'same' },
};

/** The state after `action`, or undefined when the circuit does not allow it from `from`. Reading never changes state. */
export function nextState(from: MailState, action: MailAction): MailState | undefined {
  if (action === 'list' || action === 'read' || action === 'readJournal') return from;
  const to = circuit[action]?.[from];
  return to === 'same' ? from : to;
}
