import { AlfrescoError, hasCode, outcomeUnknown } from '../error.js';
import { entryOf, nodeRef, type Asks } from './asks.js';
import { nextActionOf, type NextAction } from './next-action.js';

/** What can be done to a record in its lifecycle. Instants are UTC. */
export type RecordAction =
  | { readonly name: 'completeEvent'; readonly event: string; readonly by: string; readonly at: string }
  | { readonly name: 'undoEvent'; readonly event: string }
  | { readonly name: 'cutoff' | 'retain' | 'transfer' | 'accession' | 'destroy' }
  /** Moves the date from which the next action may be done. */
  | { readonly name: 'editDispositionActionAsOfDate'; readonly asOf: string };

/** What a record's node and its next action say. */
interface Seen {
  readonly next: NextAction | undefined;
  readonly aspects: readonly string[];
}

/**
 * Does it and reads back. AGS answers 500 to every refusal (not due, no right, held), and 200 to an event that it doesn't
 * know, of which it does nothing: so only what can be read afterwards counts as done. An answer that was lost is read back too.
 * @param known what comes next, where the caller has just read it
 * @throws AlfrescoError `forbidden` where AGS denies access, `notFound` without the node, `failed` otherwise and when nothing of it can be seen
 */
export async function executeAction(asks: Asks, nodeId: string, action: RecordAction, known?: Pick<NextAction, 'action'>): Promise<NextAction | undefined> {
  const before = needsBefore(action) ? (known ? { next: known } : await seen(asks, nodeId, action)) : unseen;
  try {
    await asks.script('POST', '/rma/actions/ExecutionQueue', [], { body: { name: action.name, nodeRef: nodeRef(nodeId), params: paramsOf(action) } });
  } catch (error) {
    if (!outcomeUnknown(error)) throw refused(error);
  }
  const after = await seen(asks, nodeId, action);
  if (!isDone(action, before, after)) throw new AlfrescoError('failed', `confirm ${action.name}`);
  return after.next;
}

function paramsOf(action: RecordAction): object {
  if (action.name === 'completeEvent') return { eventName: action.event, eventCompletedBy: action.by, eventCompletedAt: { iso8601: action.at } };
  if (action.name === 'undoEvent') return { eventName: action.event };
  return action.name === 'editDispositionActionAsOfDate' ? { asOfDate: { iso8601: action.asOf } } : {};
}

interface Before {
  readonly next: Pick<NextAction, 'action'> | undefined;
}

const unseen: Before = { next: undefined };
/** What is done shows by itself, but for steps that are known only by the one that follows them. */
const needsBefore = ({ name }: RecordAction): boolean => name === 'retain' || name === 'transfer' || name === 'accession';

/** Read as far as it shows what was done: a campaign asks this of tens of thousands. Nothing comes after a destruction. */
async function seen(asks: Asks, nodeId: string, { name }: RecordAction): Promise<Seen> {
  const aspects = name === 'cutoff' || name === 'destroy' ? entryOf<{ aspectNames?: readonly string[] }>(await asks.node(nodeId, 'include=aspectNames')).aspectNames : undefined;
  return { next: name === 'destroy' ? undefined : await nextActionOf(asks, nodeId), aspects: aspects ?? [] };
}

/** Whether what is seen shows that the action was done. Also when it was done before, for what may be done twice. */
export function isDone(action: RecordAction, before: Before, after: Seen): boolean {
  switch (action.name) {
    case 'completeEvent':
      return after.next?.events.some(({ name, complete }) => name === action.event && complete) ?? false;
    case 'undoEvent':
      return after.next?.events.some(({ name, complete }) => name === action.event && !complete) ?? false;
    case 'cutoff':
      return after.aspects.includes('rma:cutOff');
    case 'destroy':
      return after.aspects.includes('rma:ghosted');
    case 'editDispositionActionAsOfDate':
      return after.next?.asOf !== undefined && Date.parse(after.next.asOf) === Date.parse(action.asOf);
    default:
      return before.next?.action === action.name && after.next?.action !== action.name;
  }
}

/** AGS tells it by these words alone, in the language of the request, or of the machine where it has none. */
const deniedAccess = /Access Denied|Acc(ess|ès) refusé/i;

function refused(error: unknown): unknown {
  const denied = hasCode(error, 'failed') && deniedAccess.test(error.errorKey ?? '');
  return denied ? new AlfrescoError('forbidden', error.operation, { status: error.status, errorKey: error.errorKey }) : error;
}
