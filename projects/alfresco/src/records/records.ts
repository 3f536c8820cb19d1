import type { Sender } from '../http/send.js';
import { executeAction, type RecordAction } from './actions.js';
import { asksOver, entryOf } from './asks.js';
import { eventsOver, type RetentionEvents } from './events.js';
import { filePlanOver, type FilePlan } from './file-plan.js';
import { filingOver, type FilingRights } from './filing.js';
import { holdsOver, type Holds } from './holds.js';
import { nextActionOf, type NextAction } from './next-action.js';
import { rolesOver, type RecordsRoles } from './roles.js';
import { schedulesOver, type Schedules } from './schedules.js';

/** Records management by Alfresco Governance Services (AGS), as one account sees it. */
export interface Records {
  readonly plan: FilePlan;
  readonly schedules: Schedules;
  readonly events: RetentionEvents;
  readonly roles: RecordsRoles;
  readonly filing: FilingRights;
  readonly holds: Holds;
  /**
   * Makes a record of a document where it lies; it keeps its id. Its readers are those of this moment. AGS adds the
   * record's number to its name. @throws AlfrescoError `invalid` when it is one
   */
  declare(documentId: string, folderId: string): Promise<void>;
  /** From now on content and properties stay as they are. @throws AlfrescoError `invalid` when it is complete */
  complete(recordId: string): Promise<void>;
  /** Undefined when there is none: no schedule, or its last step done. */
  nextAction(nodeId: string): Promise<NextAction | undefined>;
  /**
   * Does it and reads it back; answers what comes next.
   * @throws AlfrescoError `forbidden` where AGS denies access, `failed` for any other refusal and when nothing of it can be seen
   */
  execute(nodeId: string, action: RecordAction, known?: Pick<NextAction, 'action'>): Promise<NextAction | undefined>;
}

export function recordsOver(sender: Sender): Records {
  const asks = asksOver(sender);
  return {
    plan: filePlanOver(asks),
    schedules: schedulesOver(asks),
    events: eventsOver(asks),
    roles: rolesOver(asks),
    filing: filingOver(asks),
    holds: holdsOver(asks),
    declare: async (documentId, folderId) => void entryOf(await asks.gs('POST', '/files/{id}/declare', [documentId], { query: `parentId=${encodeURIComponent(folderId)}` })),
    complete: async (recordId) => void entryOf(await asks.gs('POST', '/records/{id}/complete', [recordId])),
    nextAction: (nodeId) => nextActionOf(asks, nodeId),
    execute: (nodeId, action, before) => executeAction(asks, nodeId, action, before),
  };
}
