import { Gec } from '@bannette/alfresco';
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
  const left = toldBy((await nodes.get(mail.node_id)).properties);
  const updated = await nodes.update(mail.node_id, { name: mail.node_name ?? mail.id, properties: { ...Object.fromEntries(left.map((name) => [name, null])), [props.status]: mail.state, [props.rowFacts]: writeFacts(mail, entry, []) } });
  const still = toldBy(updated.properties);
  if (still.length) throw new Error(`The folder of an eliminated mail still tells ${still.join(', ')}`);
}

const says = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== 0 && value !== false && !(Array.isArray(value) && !value.length);
const toldBy = (properties: { readonly [name: string]: unknown }): readonly string[] => Object.keys(properties).filter((name) => ours(name) && !kept.includes(name) && says(properties[name]));
