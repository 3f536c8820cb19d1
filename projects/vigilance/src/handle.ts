import type { RepoEvent } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import { withAdvisoryLock, type TaskHandler } from '@bannette/store';
import type { Finding } from './finding.js';
import { judge } from './judge.js';
import { isHeld, knownMail, nodeOrNone, type KnownMail } from './known.js';
import { accountsOf } from './own.js';
import { tellFinding } from './tell.js';
import { capturedDigest, keepVersion, readVersion, versionFinding, type Version } from './version.js';

/** Handles what waits of a mail, in the order in which it came, under the mail's lock: never while it is being mirrored. */
export function handleEvents(house: House): TaskHandler {
  return async (payload) => {
    const mailId = String(payload.mailId);
    await withAdvisoryLock(house.store, `mail:${mailId}`, async (lost) => {
      for (let next = await oldest(house, mailId); next; next = await oldest(house, mailId)) {
        lost.throwIfAborted();
        await handleOne(house, mailId, next.id, next.event as RepoEvent);
      }
    });
  };
}

function oldest(house: House, mailId: string) {
  return house.store.db.selectFrom('alfresco_event').select(['id', 'event']).where('mail_id', '=', mailId).where('handled_at', 'is', null).orderBy('position').executeTakeFirst();
}

async function handleOne(house: House, mailId: string, id: string, event: RepoEvent): Promise<void> {
  const known = await knownMail(house.store.db, mailId);
  const judged = known && known.mail.state !== 'eliminated' ? judge(event, known, accountsOf(house)) : [];
  const findings = known ? (await Promise.all(judged.map((finding) => lookCloser(house, known, finding)))).flat() : [];
  await close(house, id, mailId, findings);
}

interface Looked {
  readonly finding: Finding;
  readonly version?: Version;
}

/** What the event alone can't tell: what the bytes are now, whether a document went with its whole mail, whether a hold is still so. */
async function lookCloser(house: House, known: KnownMail, finding: Finding): Promise<Looked[]> {
  if (finding.type === 'moved' && finding.data['part'] === 'folder') return [{ finding: await whetherBack(house, known, finding) }];
  const document = known.documents.find(({ id }) => id === finding.documentId);
  if (!document) return [{ finding }];
  if (finding.type === 'deleted') return [{ finding: (await folderIsThere(house, known)) ? finding : withoutAlert(finding) }];
  if (finding.type === 'held' || finding.type === 'released') return (await isStillSo(house, finding)) ? [{ finding }] : [];
  if (finding.type !== 'versioned') return [{ finding }];
  const version = await readVersion(house, document, finding.nodeId);
  // By now Alfresco may have written to the node itself: the event knows better who made the version.
  const made = version && { ...version, author: version.author ?? finding.author };
  return made ? [{ finding: versionFinding(finding, made, capturedDigest(document, finding.data['part'])), version: made }] : [];
}

/** An event may come long after the house itself held a document and let it go again: what it tells is over. */
async function isStillSo(house: House, { nodeId, type }: Finding): Promise<boolean> {
  const node = await nodeOrNone(house, nodeId);
  return node !== undefined && isHeld(node.aspects) === (type === 'held');
}

/** Into the folder of its day: where the house had put it. */
async function whetherBack(house: House, { mail }: KnownMail, finding: Finding): Promise<Finding> {
  const place = await house.repository.nodes.findByPath(house.libraryId, mail.node_path ?? '');
  if (place?.id !== finding.data['to']) return finding;
  return { ...withoutAlert(finding), type: 'movedBack', data: { part: 'folder' }, ends: ['moved'], onlyIfEnds: true };
}

const withoutAlert = ({ alert: _, ...finding }: Finding): Finding => finding;

async function folderIsThere(house: House, { mail }: KnownMail): Promise<boolean> {
  if (mail.gone_at || !mail.node_id) return false;
  return (await nodeOrNone(house, mail.node_id)) !== undefined;
}

/** One transaction: all that was found, and that the event is handled; what it quoted is forgotten. */
async function close(house: House, eventId: string, mailId: string, found: readonly Looked[]): Promise<void> {
  const author = found.map(({ finding }) => finding.author).find((one) => one !== undefined);
  await house.store.transaction({ entityId: house.entityId, actor: author ?? 'system' }, async (tx) => {
    const { numUpdatedRows } = await tx.trx.updateTable('alfresco_event').set({ handled_at: house.now(), event: null }).where('id', '=', eventId).where('handled_at', 'is', null).executeTakeFirst();
    if (!numUpdatedRows) return;
    for (const { finding, version } of found) {
      if (version) await keepVersion(tx, version, house.now());
      await tellFinding(house, tx, mailId, finding);
    }
  });
}
