import { addDays } from '@bannette/domain';
import type { Colleague } from './client.js';

interface Envelope {
  readonly kind: string;
  readonly service: string;
  readonly daysAgo: number;
  readonly facts?: { readonly addressee?: string; readonly reference?: string; readonly amount?: number; readonly deadlineIn?: number; readonly sender?: string };
  /** Received by a secretary of its service. */
  readonly received?: boolean;
  /** In the box that is shown. */
  readonly boxed?: boolean;
}

/** What a mail room gets in a week that is not scanned. */
const envelopes: readonly Envelope[] = [
  { kind: 'OFFRE_SOUS_PLI', service: 'MARCHES', daysAgo: 0, facts: { reference: '1A 201 334 5521 8', deadlineIn: 9, sender: 'Travaux publics du Lys' } },
  { kind: 'OFFRE_SOUS_PLI', service: 'MARCHES', daysAgo: 0, facts: { reference: '1A 201 334 6004 5', deadlineIn: 9, sender: 'Enrobés de Valmorin' } },
  { kind: 'CHEQUE_VALEUR', service: 'FINANCES', daysAgo: 1, facts: { amount: 12_050, sender: 'Association des parents d’élèves de Saint-Brice' } },
  { kind: 'FACTURE_METIER', service: 'FINANCES', daysAgo: 4 },
  { kind: 'PLI_PERSONNEL', service: 'RH', daysAgo: 5, facts: { addressee: 'Mme Hélène Fabre' } },
  { kind: 'PLI_MEDICAL', service: 'RH', daysAgo: 2, facts: { addressee: 'Médecine de prévention' }, received: true },
  { kind: 'VOLUMINEUX', service: 'ROUTES', daysAgo: 3, facts: { sender: 'Bureau d’études Ouest-Ingénierie' }, received: true, boxed: true },
  { kind: 'ORIGINAL_A_RENDRE', service: 'ROUTES', daysAgo: 3, facts: { sender: 'Étude de Maître Garrigues' }, received: true, boxed: true },
];

const keyOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Clara registers them, some are received by secretaries, and two end in a box; played again, nothing is made twice. */
export async function playEnvelopes(clara: Colleague, colleagues: ReadonlyMap<string, Colleague>, today: string): Promise<void> {
  const made: { readonly id: string; readonly chrono: string; readonly envelope: Envelope }[] = [];
  for (const [index, envelope] of envelopes.entries()) {
    const { sender, deadlineIn, ...facts } = envelope.facts ?? {};
    const line = await clara.post<{ id: string; chrono: string }>('/unscanned', {
      key: keyOf(index + 1),
      kind: envelope.kind,
      service: envelope.service,
      receivedAt: addDays(today, -envelope.daysAgo),
      ...facts,
      ...(deadlineIn ? { deadline: addDays(today, deadlineIn) } : {}),
      ...(sender ? { sender: { kind: 'company', name: sender } } : {}),
    });
    made.push({ ...line, envelope });
  }
  await allDistributed(clara, made.map(({ id }) => id));
  for (const [number, [service, secretary]] of [['RH', 'thomas.gil'], ['ROUTES', 'sophie.martel']].entries()) {
    const mails = made.filter(({ envelope }) => envelope.received && envelope.service === service).map(({ id }) => id);
    await colleagues.get(secretary ?? '')?.post('/rounds/received', { key: keyOf(100 + number), mails, from: clara.id });
  }
  const box = await clara.post<{ code: string }>('/boxes', { key: keyOf(200), label: 'Plis et originaux', location: 'Sous-sol, travée 4' });
  for (const { chrono, envelope } of made) if (envelope.boxed) await clara.post(`/boxes/${box.code}/mails`, { number: chrono });
}

async function allDistributed(clara: Colleague, ids: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const lists = await Promise.all(['waiting', 'handedOver'].map((state) => clara.get<{ items: { id: string }[] }>(`/unscanned?state=${state}&limit=200`)));
    const known = new Set(lists.flatMap(({ items }) => items.map(({ id }) => id)));
    if (ids.every((id) => known.has(id))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
