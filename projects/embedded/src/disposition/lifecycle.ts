import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';

/** A record folder was made in a category: where the category's schedule is for folders, the folder's retention begins. */
export async function onFolderCreated(session: Session, folder: NodeRow): Promise<void> {
  void session;
  void folder;
}

/** A record came into a record folder: where the schedule is for records, the record's retention begins. */
export async function onFiled(session: Session, record: NodeRow): Promise<void> {
  void session;
  void record;
}

/** A record was completed. */
export async function onCompleted(session: Session, record: NodeRow): Promise<void> {
  void session;
  void record;
}
