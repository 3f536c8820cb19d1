import { Gec, isTitle, titleAspects, without } from '@bannette/alfresco';
import { fieldPrefix } from '@bannette/domain';
import type { House, MailRow } from '@bannette/house';
import { writeFacts } from './facts.js';

const { props } = Gec;
/** What stays on the folder of a mail that was eliminated: the same as of its row. */
const kept: readonly string[] = [props.id, props.entity, props.chrono, props.register, props.registeredAt, props.rowFacts, props.status, props.retentionRule];
/** Words that people put there, beside the house's own. */
const others: readonly string[] = ['cm:title', 'cm:description', 'cm:author', 'cm:addressee', 'cm:addressees', 'cm:originator', 'cm:subjectline'];
const ours = (name: string): boolean => name.startsWith('gec:') || name.startsWith(`${fieldPrefix}:`) || others.includes(name);

/**
 * Takes every word of persons off the folder of a mail that was eliminated; nobody reads it any more, its number stays. What
 * Alfresco answers is looked at. @throws Error while it still tells something
 */
export async function scrubFolder(house: House, mail: MailRow, entry: string | undefined): Promise<void> {
  if (!mail.node_id) return;
  const { nodes } = house.repository;
  await nodes.setPermissions(mail.node_id, { inherit: false, entries: [{ authority: house.serviceAccount, role: 'Coordinator' }] });
  const node = await nodes.get(mail.node_id);
  const left = toldBy(node.properties).filter((name) => !isTitle(name));
  const updated = await nodes.update(mail.node_id, { name: mail.node_name ?? mail.id, ...without(node, titleAspects), properties: { ...Object.fromEntries(left.map((name) => [name, null])), [props.status]: mail.state, [props.rowFacts]: writeFacts(mail, entry, []) } });
  const still = toldBy(updated.properties);
  if (still.length) throw new Error(`The folder of an eliminated mail still tells ${still.join(', ')}`);
  // Last: what lies beside a record may be refused to us, and is no reason to leave the rest.
  await clearBeside(house, mail);
}

/**
 * Comments, tags and links that people put beside the folder, or beside its documents: of these Alfresco keeps a node without
 * bytes after their destruction, with what was said of it. Read back.
 */
async function clearBeside(house: House, { id, node_id }: MailRow): Promise<void> {
  const { nodes } = house.repository;
  const gone = await house.store.db.selectFrom('elimination').select('nodes').where('subject_kind', '=', 'mail').where('subject_id', '=', id).executeTakeFirst();
  for (const node of [node_id, ...(gone?.nodes ?? []).map((each) => each.node)]) {
    if (!node) continue;
    const left = await nodes.clearLeavings(node);
    if (left.length) throw new Error(`Beside ${node} of an eliminated mail there are still ${left.length} of ${left[0]?.split(' ')[0]}`);
  }
}

const says = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== 0 && value !== false && !(Array.isArray(value) && !value.length);
const toldBy = (properties: { readonly [name: string]: unknown }): readonly string[] => Object.keys(properties).filter((name) => ours(name) && !kept.includes(name) && says(properties[name]));
