import { Gec, samePermissions, type NodePermissions, type PermissionSet, type RepoNode } from '@bannette/alfresco';
import { documentPermissions, fieldProperties, mailPermissions, mailProperties, type DocumentRow, type House } from '@bannette/house';
import { withAdvisoryLock } from '@bannette/store';
import type { Finding } from './finding.js';
import { accountsOf, alfrescoItself } from './own.js';
import { isHeld, isRecord, knownMail, nodeOrNone, type KnownMail } from './known.js';
import { differing, expectedOf } from './mend.js';
import { tellFinding } from './tell.js';
import { capturedDigest, firstLabel, keepVersion, labelOf, readVersion, versionFinding, type Version } from './version.js';

interface Found {
  readonly finding: Finding;
  readonly version?: Version;
}

/**
 * Compares a mail with what Alfresco has of it: place, facts, rights, documents and their versions. Tells what differs as an
 * event would have, and has it mended. A mail that is about to be mirrored is left to that.
 *
 * @returns how many differences were found that nobody knew of
 */
export async function inspectMail(house: House, mailId: string): Promise<number> {
  return withAdvisoryLock(house.store, `mail:${mailId}`, async (lost) => {
    const known = await knownMail(house.store.db, mailId);
    if (!known?.mail.node_id || (known.mail.applied_version < known.mail.desired_version && !known.mail.gone_at)) return 0;
    if (await isBeingEliminated(house, known)) return 0;
    const found = await compare(house, known, known.mail.node_id);
    lost.throwIfAborted();
    let news = 0;
    for (const { finding, version } of found) {
      const told = await house.store.transaction({ entityId: house.entityId, actor: finding.author ?? 'system' }, async (tx) => {
        if (version) await keepVersion(tx, version, house.now());
        return tellFinding(house, tx, mailId, finding);
      });
      if (told) news += 1;
    }
    return news;
  });
}

/** What is destroyed under its visa is no news, nor what is left of it. */
async function isBeingEliminated({ store: { db } }: House, { mail }: KnownMail): Promise<boolean> {
  if (mail.state === 'eliminated') return true;
  const item = await db.selectFrom('campaign_item').select('state').where('mail_id', '=', mail.id).where('state', '=', 'executing').executeTakeFirst();
  return item !== undefined;
}

async function compare(house: House, known: KnownMail, nodeId: string): Promise<Found[]> {
  const { mail } = known;
  const node = await nodeOrNone(house, nodeId);
  const data = { part: 'folder' };
  if (!node) return mail.gone_at ? [] : [{ finding: { type: 'deleted', nodeId, data, alert: { kind: 'mailDeleted', mark: 'gone' } } }];
  const back: Found[] = mail.gone_at ? [{ finding: { type: 'restored', nodeId, data, ends: ['mailDeleted', 'documentDeleted'] } }] : [];
  return [...back, ...(await placeOf(house, known, node)), ...(await factsOf(house, known, node)), ...(await rightsOf(house, nodeId, data, mailPermissions(house, mail))), ...(await documentsOf(house, known, node))];
}

/** The place is the row's: below the library, in the folder of its day. */
async function placeOf(house: House, { mail }: KnownMail, node: RepoNode): Promise<Found[]> {
  const renamed: Found[] = node.name === mail.node_name ? [] : [{ finding: { type: 'renamed', nodeId: node.id, data: { part: 'folder' }, personal: { newName: node.name }, alert: { kind: 'renamed', mark: 'name' }, mend: true } }];
  const there = await house.repository.nodes.findByPath(house.libraryId, mail.node_path ?? '');
  if (there && there.id === node.parentId) return mail.open_alerts === 0 ? renamed : [...renamed, { finding: { type: 'movedBack', nodeId: node.id, data: { part: 'folder' }, ends: ['moved'], onlyIfEnds: true } }];
  return [...renamed, { finding: { type: 'moved', nodeId: node.id, data: { part: 'folder', to: node.parentId ?? '' }, alert: { kind: 'moved', mark: node.parentId ?? '', data: { from: there?.id ?? '', to: node.parentId ?? '' } } } }];
}

async function factsOf(house: House, { mail }: KnownMail, node: RepoNode): Promise<Found[]> {
  const settings = await house.settings();
  const { [Gec.props.rowFacts]: _, ...led } = mailProperties(mail, settings, '');
  const expected = { ...led, ...(await fieldProperties(house, mail, settings)) };
  return changedFacts(house, node, Object.keys(differing(expected, node.properties)), { part: 'folder' });
}

function changedFacts(house: House, node: RepoNode, facts: readonly string[], data: { readonly part: string }, documentId?: string): Found[] {
  if (!facts.length) return [];
  const names = [...facts].sort();
  return [{ finding: { type: 'changed', nodeId: node.id, ...(documentId ? { documentId } : {}), ...authorOf(house, node), data: { ...data, facts: names }, alert: { kind: 'factsChanged', mark: names.join(' '), data: { facts: names } }, mend: documentId !== undefined } }];
}

const authorOf = (house: House, { modifiedBy }: RepoNode): { author?: string } => (modifiedBy && modifiedBy !== alfrescoItself && !accountsOf(house).includes(modifiedBy) ? { author: modifiedBy } : {});

/** Alfresco tells nobody of changed permissions, nor who did it; the store leads, so they are mended. */
async function rightsOf(house: House, nodeId: string, data: { readonly part: string }, wanted: PermissionSet, documentId?: string): Promise<Found[]> {
  const permissions = await house.repository.nodes.permissions(nodeId);
  if (samePermissions(permissions, wanted)) return [];
  const added = addedTo(permissions, wanted);
  const opened = permissions.inherit && !wanted.inherit;
  const wider = added.length > 0 || opened || permissions.foreign > 0;
  const alert = { kind: wider ? ('readersWidened' as const) : ('permissionsChanged' as const), mark: [...added, ...(opened ? ['inherited'] : [])].sort().join(' ') || 'rights', data: { groups: added.filter((one) => one.startsWith('GROUP_')), persons: added.filter((one) => !one.startsWith('GROUP_')).length, inherited: opened } };
  return [{ finding: { type: 'permissionsChanged', nodeId, ...(documentId ? { documentId } : {}), data: { ...data, ...alert.data }, alert, mend: documentId !== undefined } }];
}

function addedTo(found: NodePermissions, wanted: PermissionSet): string[] {
  const allowed = new Set(wanted.entries.map(({ authority, role }) => `${authority} ${role}`));
  return [...new Set(found.entries.filter(({ authority, role }) => !allowed.has(`${authority} ${role}`)).map(({ authority }) => authority))];
}

async function documentsOf(house: House, known: KnownMail, folder: RepoNode): Promise<Found[]> {
  const there = await childrenOf(house, folder.id);
  const parts = known.documents.filter(({ stored_at }) => stored_at).flatMap((document) => [document.node_id, document.searchable_node_id].flatMap((id) => (id ? [{ document, id }] : [])));
  const found: Found[] = [];
  for (const { document, id } of parts) found.push(...(await documentOf(house, known, document, id, folder, there.get(id))));
  const ours = new Set(known.documents.flatMap(({ node_id, searchable_node_id }) => [node_id, searchable_node_id]));
  for (const node of there.values()) {
    if (ours.has(node.id) || accountsOf(house).includes(node.createdBy ?? '')) continue;
    found.push({ finding: { type: 'added', nodeId: node.id, author: node.createdBy, data: { part: 'stranger' }, personal: { newName: node.name }, alert: { kind: 'documentAdded', mark: 'added' } } });
  }
  return found;
}

async function documentOf(house: House, known: KnownMail, document: DocumentRow, nodeId: string, folder: RepoNode, listed: RepoNode | undefined): Promise<Found[]> {
  const target = known.target(nodeId)!;
  const about = { nodeId, documentId: document.id };
  const data = { part: target.part };
  const node = listed ?? (await nodeOrNone(house, nodeId));
  if (!node) return target.gone ? [] : [{ finding: { ...about, type: 'deleted', data, alert: { kind: 'documentDeleted', mark: 'gone' } } }];
  const found: Found[] = target.gone ? [{ finding: { ...about, type: 'restored', data, ends: ['documentDeleted'] } }] : [];
  if (listed && known.mail.open_alerts > 0) found.push({ finding: { ...about, type: 'movedBack', data, ends: ['moved'], onlyIfEnds: true } });
  if (!listed) found.push({ finding: { ...about, type: 'moved', data: { ...data, to: node.parentId ?? '' }, alert: { kind: 'moved', mark: node.parentId ?? '', data: { from: folder.id, to: node.parentId ?? '' } } } });
  if (target.part === 'original' && isHeld(node.aspects) !== (document.held_at !== null)) found.push({ finding: isHeld(node.aspects) ? { ...about, type: 'held', data } : { ...about, type: 'released', data, alert: { kind: 'holdReleased', mark: 'hold' } } });
  found.push(...(await versionOf(house, document, node, data.part)));
  if (isRecord(node.aspects)) return found;
  if (node.name !== target.name) found.push({ finding: { ...about, type: 'renamed', data, personal: { newName: node.name }, alert: { kind: 'renamed', mark: 'name' }, mend: true } });
  found.push(...changedFacts(house, node, Object.keys(differing(expectedOf(document, known.mail, nodeId), node.properties)), data, document.id));
  return [...found, ...(await rightsOf(house, nodeId, data, documentPermissions, document.id))];
}

/** The digest is read only where label or size are not those that are known. */
async function versionOf(house: House, document: DocumentRow, node: RepoNode, part: string): Promise<Found[]> {
  const versions = await house.store.db.selectFrom('document_version').select(['label', 'size']).where('node_id', '=', node.id).orderBy('noticed_at', 'desc').execute();
  const last = versions[0] ?? { label: firstLabel, size: part === 'searchable' ? document.searchable_size : document.size };
  if (labelOf(node) === last.label && node.content?.size === Number(last.size)) return [];
  const version = await readVersion(house, document, node.id);
  if (!version) return [];
  const finding = versionFinding({ type: 'versioned', nodeId: node.id, documentId: document.id, ...authorOf(house, node), data: { part } }, version, capturedDigest(document, part));
  return [{ finding, version }];
}

async function childrenOf(house: House, folderId: string): Promise<ReadonlyMap<string, RepoNode>> {
  const all: RepoNode[] = [];
  for (let more = true; more; ) {
    const page = await house.repository.nodes.children(folderId, { skip: all.length, max: 200 });
    all.push(...page.nodes);
    more = page.hasMore && page.nodes.length > 0;
  }
  return new Map(all.map((node) => [node.id, node]));
}
