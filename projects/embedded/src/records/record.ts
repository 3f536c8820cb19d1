import { rename } from '../nodes/update.js';
import { completeAspects } from '../nodes/draft.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { changeNode } from './change.js';
import { filePlanOf } from './file-plan.js';
import { recordIdentifier, recordName } from './identifiers.js';

/** Properties by which AGS finds records; a move takes them away. */
export const searchProperties = (session: Session): string[] => session.dictionary.propertiesOf('rma:recordSearch').map((property) => property.name);

interface Making {
  /** Whether it lies in a record folder already. */
  readonly filed: boolean;
  readonly silent?: boolean;
  readonly aspects?: readonly string[];
  readonly set?: Readonly<Record<string, unknown>>;
}

/** Makes content a record: identifier, name, nobody's property. Its place is the caller's to see to. */
export async function becomeRecord(session: Session, node: NodeRow, making: Making): Promise<NodeRow> {
  const identifier = recordIdentifier();
  await rename(session, node, recordName(node.name, identifier));
  return changeNode(session, node.id, {
    add: completeAspects(node.type, ['rma:record', 'rma:recordSearch', 'cm:ownable', ...(making.aspects ?? [])], session.dictionary).filter((one) => one !== 'cm:auditable'),
    set: {
      'rma:identifier': identifier, 'rma:rootNodeRef': (await filePlanOf(session)).id, 'rma:origionalName': node.name, 'rma:recordSearchHasDispositionSchedule': false, 'cm:owner': '',
      ...(making.filed ? { 'rma:dateFiled': new Date().toISOString() } : {}), ...making.set,
    },
    owner: '', silent: making.silent === true,
  });
}
