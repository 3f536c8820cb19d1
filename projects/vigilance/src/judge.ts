import type { EventNode, NodeUpdated, RepoEvent } from '@bannette/alfresco';
import type { Finding } from './finding.js';
import { isHeld, isRecord, type KnownMail, type Target } from './known.js';
import { alfrescoItself } from './own.js';

/** Properties that Alfresco keeps by itself: no word of a person. */
const noise = /^(sys|rma|rmc|fm|qshare|cm:(version|autoVersion|initialVersion|lastThumbnail|lock|expiryDate|likes|failedThumbnail))/;

/**
 * What an event says that people did to a mail. The house's own accounts are known by their name; where Alfresco does not
 * tell who (moves, deletions), by what they would never do. Setting what the house leads (`gec:` properties, names) is a
 * change by hand, whatever its value: what is set to what it was gives no event.
 */
export function judge(event: RepoEvent, known: KnownMail, accounts: readonly string[]): readonly Finding[] {
  if (event.kind === 'other') return [];
  const at = new Date(event.time);
  const target = known.target(event.node.id);
  if (!target) return strangers(event, known, accounts, at);
  const about = { nodeId: event.node.id, at, ...(target.document ? { documentId: target.document.id } : {}) };
  const data = { part: target.part };
  switch (event.kind) {
    case 'created':
      return target.gone || target.part === 'searchable' ? restored(about, target) : [];
    case 'deleted':
      return [{ ...about, type: 'deleted', data, alert: { kind: target.part === 'folder' ? 'mailDeleted' : 'documentDeleted', mark: 'gone' } }];
    case 'updated':
      return [...moved(event, target, known), ...renamed(event, target), ...replaced(event, target, accounts), ...changed(event, target, accounts), ...held(event)].map((finding) => ({ ...about, ...finding, data: { ...data, ...finding.data } }));
  }
}

type Found = Omit<Finding, 'nodeId'>;

/** The searchable PDF has no mark of its own in the row: its alert, if there is one, ends. */
function restored(about: { nodeId: string; at: Date; documentId?: string }, { part }: Target): Finding[] {
  return [{ ...about, type: 'restored', data: { part }, ends: ['mailDeleted', 'documentDeleted'], onlyIfEnds: part === 'searchable' }];
}

const authorOf = ({ modifiedBy }: EventNode, accounts: readonly string[]): string | undefined => (modifiedBy && !accounts.includes(modifiedBy) ? modifiedBy : undefined);

/** A document that is none of the mail's own came into its folder. */
function strangers(event: Exclude<RepoEvent, { kind: 'other' }>, { mail }: KnownMail, accounts: readonly string[], at: Date): Finding[] {
  const here = event.node.above[0] === mail.node_id;
  const came = event.kind === 'created' || (event.kind === 'updated' && event.before.above !== undefined && event.before.above[0] !== mail.node_id);
  const author = event.kind === 'created' ? event.node.createdBy : event.node.modifiedBy;
  if (!here || !came || (author && accounts.includes(author))) return [];
  return [{ type: 'added', nodeId: event.node.id, at, author, data: { part: 'stranger' }, personal: { newName: event.node.name }, alert: { kind: 'documentAdded', mark: 'added' } }];
}

function moved({ node, before }: NodeUpdated, target: Target, { mail }: KnownMail): Found[] {
  const [from, to] = [before.above?.[0], node.above[0]];
  if (!from || !to || from === to || isRecord(node.aspects)) return [];
  if (target.part !== 'folder' && to === mail.node_id) return [{ type: 'movedBack', data: {}, ends: ['moved'], onlyIfEnds: true }];
  return [{ type: 'moved', data: { to }, alert: { kind: 'moved', mark: to, data: { from, to } } }];
}

function renamed({ node, before }: NodeUpdated, target: Target): Found[] {
  if (before.name === undefined || node.name === target.name || node.name === before.name || isRecord(node.aspects)) return [];
  return [{ type: 'renamed', data: {}, personal: { newName: node.name }, alert: { kind: 'renamed', mark: 'name' }, mend: true }];
}

function replaced({ node, before }: NodeUpdated, target: Target, accounts: readonly string[]): Found[] {
  const author = authorOf(node, accounts);
  if (target.part === 'folder' || !author || (!before.content && before.properties?.['cm:versionLabel'] === undefined)) return [];
  return [{ type: 'versioned', author, data: {} }];
}

function changed({ node, before }: NodeUpdated, target: Target, accounts: readonly string[]): Found[] {
  const author = authorOf(node, accounts);
  if (!author) return [];
  const names = [...Object.keys(before.properties ?? {}).filter((name) => !noise.test(name)), ...(before.type === undefined ? [] : ['type'])].sort();
  const led = names.filter((name) => name === 'type' || name.startsWith('gec:') || name.startsWith('gecf:'));
  // Words that it read out of a file are nobody's; what the house leads, nobody changes unseen.
  if (!names.length || (author === alfrescoItself && !led.length)) return [];
  return [{ type: 'changed', author, data: { facts: names }, ...(led.length ? { alert: { kind: 'factsChanged', mark: led.join(' '), data: { facts: led } }, mend: target.part !== 'folder' } : {}) }];
}

function held({ node, before }: NodeUpdated): Found[] {
  if (!before.aspects || isHeld(before.aspects) === isHeld(node.aspects)) return [];
  return isHeld(node.aspects) ? [{ type: 'held', data: {} }] : [{ type: 'released', data: {}, alert: { kind: 'holdReleased', mark: 'hold' } }];
}
