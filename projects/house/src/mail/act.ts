import { dayIn, nextState, type MailAction, type Replaced } from '@bannette/domain';
import { conflict, Problem, type Call, type Mail, type Operation } from '@bannette/http';
import { newId, type Context, type Tx } from '@bannette/store';
import type { House } from '../house.js';
import { actInName, requireRight } from './access.js';
import { changeMail, lockMail, type MailChange } from './change.js';
import { requireNotStopped } from './held.js';
import { releaseLock, requireUnlocked } from './lock.js';
import type { MailRow } from './row.js';
import { viewMail } from './view.js';

type MailCall = Pick<Call<Operation>, 'caller' | 'correlationId'> & { readonly params: { readonly id: string }; readonly body?: { readonly revision?: number }; readonly among?: Among };

/** Of one action among many: how long all of them can be undone, and what is noted of each in its own transaction. */
export interface Among {
  readonly undoSeconds: number;
  note(tx: Tx, undoToken?: string): Promise<void>;
}

export interface Action {
  readonly action: MailAction;
  /** Whether it can be undone for the authority's undo time. */
  readonly undoable?: boolean;
  /** Where the mail has moved on since it was seen: may say by throwing what came first, to somebody who may open it. */
  lost?(mail: MailRow): void;
  /** What changes beside the state, given the mail as it is under lock and whom the caller replaces in it; may refuse by throwing. */
  change(mail: MailRow, tx: Tx, replaced?: Replaced): Promise<Omit<MailChange, 'undo'>> | Omit<MailChange, 'undo'>;
}

export function contextOf(house: House, call: Pick<MailCall, 'caller' | 'correlationId'>): Context {
  return { entityId: house.entityId, actor: call.caller.id, correlationId: call.correlationId };
}

/** A person's action on a mail: rights, state and revision checked under the mail's lock, all in one transaction. */
export async function act(house: House, call: MailCall, { action, undoable, lost, change }: Action): Promise<Mail> {
  const { authority } = await house.settings();
  const undoSeconds = call.among?.undoSeconds ?? authority.undoSeconds;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, call.params.id);
    requireCurrent(call, action, mail, lost);
    await requireNotStopped(tx.trx, mail, action, dayIn(authority.timeZone, house.now()));
    if (action !== 'note') await requireUnlocked(tx, call.caller, mail.id, house.now());
    const wanted = await change(mail, tx, actInName(tx, call.caller, action, mail));
    const undo = undoable && undoSeconds ? { action, token: newId(), until: new Date(house.now().getTime() + undoSeconds * 1000) } : undefined;
    await changeMail(tx, mail, { ...wanted, set: { state: nextState(mail.state, action), ...wanted.set }, undo });
    await releaseLock(tx, call.caller, mail.id);
    await call.among?.note(tx, undo?.token);
  });
  return viewMail(house, call.caller, call.params.id);
}

function requireCurrent({ caller, body }: MailCall, action: MailAction, mail: MailRow | undefined, lost: Action['lost']): asserts mail is MailRow {
  try {
    requireRight(caller, action, mail);
    requireRevision(mail, body?.revision);
  } catch (error) {
    if (mail && error instanceof Problem && error.status === 409) lost?.(mail);
    throw error;
  }
}

/** Refuses an action on a mail that has moved on since its author saw it. */
export function requireRevision(mail: MailRow, revision: number | undefined): void {
  if (revision !== undefined && revision !== mail.revision) throw conflict('stale', 'The mail has changed since you saw it', { revision: mail.revision });
}
