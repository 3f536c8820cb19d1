import { formsSetting, propertiesOf, type Settings } from '@bannette/domain';
import { mailProperties, nodeTypeOf, type MailRow } from '@bannette/house';
import type { RepoNode } from '@bannette/alfresco';
import { readMirrored, writeFacts } from './facts.js';

const forms = formsSetting.parse({ fields: [{ key: 'amount', type: 'number', label: { fr: 'Montant' } }, { key: 'later', type: 'text', label: { fr: 'Plus tard' } }] });
const settings = { forms, services: [], trays: [], registers: [] } as unknown as Settings;
const none = ['deposit_id', 'summary', 'type', 'correspondent', 'service', 'wanted_service', 'tray', 'assignee', 'assignee_name', 'compartment', 'route_because', 'due_because', 'due_date', 'document_date', 'postmark_date', 'departure_date', 'registered_at', 'closed_at', 'closing_reason', 'answer_of', 'schedule_row', 'declared_trigger', 'retention_trigger', 'retention_due'];
const call = {
  ...Object.fromEntries(none.map((column) => [column, null])),
  id: '01890000-0000-7000-8000-000000000001', entity_id: 'default', category: 'internal', kind: 'call', state: 'registered', channel: 'phone', register: 'call', year: 2026, number: 3, chrono: 'T-2026-000003', node_name: 'T-2026-000003', node_path: '2026/01/05', subject: 'Rappel',
  received_at: '2026-01-05', copies: [], confidentiality: 0, let_through: false, created_at: new Date('2026-01-05T09:00:00Z'), desired_version: 2, revision: 2,
  entry: { phone: '0299', callBack: { on: '2026-01-06' } }, parties: [{ kind: 'individual', name: 'Paul' }], fields: { amount: 12.5, later: 'oui' },
} as unknown as MailRow;

/** The node as Alfresco tells it, which has no property yet for `later`. */
function nodeOf(more: object = {}): RepoNode {
  const properties = { ...mailProperties(call, { ...settings, types: [] } as unknown as Settings, writeFacts(call, undefined, [])), ...propertiesOf(call.fields, forms.fields, new Set(['gecf:amount'])), ...more };
  return { id: 'n', name: 'T-2026-000003', type: nodeTypeOf(call), properties, aspects: [] } as unknown as RepoNode;
}

describe('A mail that was entered through a form, read back from its node', () => {
  it('has its kind, what its form asked, and all values of custom fields, those without a property too', () => {
    const mirrored = readMirrored(nodeOf(), settings);
    expect(mirrored?.intact).toBeTrue();
    expect(mirrored?.told).toEqual(jasmine.objectContaining({ category: 'internal', kind: 'call', entry: { phone: '0299', callBack: { on: '2026-01-06' } }, parties: [{ kind: 'individual', name: 'Paul' }], fields: { amount: 12.5, later: 'oui' } }));
  });

  it('shows when somebody changed a value in Alfresco', () => {
    const mirrored = readMirrored(nodeOf({ 'gecf:amount': 99 }), settings);
    expect([mirrored?.intact, mirrored?.told.fields]).toEqual([false, { amount: 99, later: 'oui' }]);
  });
});
