import { renderer, type Rendered } from '../nodes/render.js';
import { holdsContent } from '../nodes/kinds.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { hasCapability } from '../rm-security/capabilities.js';
import { mayCreateIn } from './birth.js';
import { isCategory, isClosed, isComplete, isFilePlan, isFolder, isFrozen, isPlace, isRecord, isUnfiled } from './kinds.js';

const has = async (session: Session, node: NodeRow, name: string): Promise<boolean> => !isFrozen(node) && hasCapability(session, name, node);

const childOf = (node: NodeRow): string => (isFilePlan(node) ? 'rma:recordCategory' : isCategory(node) ? 'rma:recordFolder' : node.type === 'rma:holdContainer' ? 'rma:hold' : 'cm:content');

async function allowed(session: Session, node: NodeRow): Promise<string[]> {
  const [remove, edit] = isRecord(node) ? ['DeleteRecords', isComplete(node) ? 'EditDeclaredRecordMetadata' : 'EditRecordMetadata'] : isFolder(node) ? ['CreateModifyDestroyFolders', 'CreateModifyDestroyFolders'] : ['CreateModifyDestroyFileplanMetadata', 'CreateModifyDestroyFileplanMetadata'];
  const furniture = isFilePlan(node) || /Container$/.test(node.type);
  return [
    ...(!furniture && (await has(session, node, remove)) ? ['delete'] : []),
    ...(isPlace(session.dictionary, node) && (await mayCreateIn(session, node, childOf(node))) ? ['create'] : []),
    ...((await has(session, node, edit)) ? ['update'] : []),
  ];
}

/** Whether this category, or one above it, has a retention schedule. */
const scheduled = async (session: Session, node: NodeRow): Promise<boolean> =>
  (await session.sql.one(
    `with recursive up (id, parent, aspects) as (select id, parent, aspects from node where id = $1 union all select n.id, n.parent, n.aspects from node n join up on n.id = up.parent)
     select 1 from up where aspects @> array['rma:scheduled'] limit 1`, [node.id])) !== undefined;

export interface Shown {
  readonly include: ReadonlySet<string>;
  /** One of them, with aspects and properties unasked; rows of a listing have neither. */
  readonly full: boolean;
  /** Says of what kind each one is, where several kinds come together. */
  readonly kinds?: 'category' | 'unfiled';
}

function kindsOf(node: NodeRow, kinds: Shown['kinds']): object {
  if (kinds === 'category') return { isRecordCategory: isCategory(node), isRecordFolder: isFolder(node) };
  return kinds === 'unfiled' ? { isRecord: isRecord(node), isUnfiledRecordFolder: isUnfiled(node) } : {};
}

/** A part of the file plan as AGS's API shows it. */
export async function shownComponent(session: Session, node: NodeRow, { include, full, kinds }: Shown): Promise<Rendered> {
  const asked = new Set([...include].filter((one) => one !== 'allowableOperations'));
  const { isFolder: _folder, isFile: _file, content, ...rest } = await renderer(session, { include: asked, full })(node);
  return {
    ...rest, ...kindsOf(node, kinds),
    ...(include.has('content') && holdsContent(session.dictionary, node.type) ? { content } : {}),
    ...(include.has('isCompleted') && isRecord(node) ? { isCompleted: isComplete(node) } : {}),
    ...(isFolder(node) && (include.has('isClosed') || (kinds === 'category' && full)) ? { isClosed: isClosed(node) } : {}),
    ...(include.has('hasRetentionSchedule') && isCategory(node) ? { hasRetentionSchedule: await scheduled(session, node) } : {}),
    ...(include.has('allowableOperations') ? { allowableOperations: await allowed(session, node) } : {}),
  };
}
