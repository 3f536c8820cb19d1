import { belongs, flawsOf, houseGroups, type Settings } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract, type Retirement } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { publishSetting, type JsonObject } from '@bannette/store';

type Service = Settings['services'][number];
const open = ['distributed', 'inProgress', 'toSend'] as const;

/** What hangs on a service that is to be retired: its parts, its trays with what is open in them, the rules that lead there. */
export async function retirementOf(house: House, { caller, params }: Pick<Call<Contract['retirement']>, 'caller' | 'params'>): Promise<Retirement> {
  if (!belongs(caller, houseGroups.administrators)) throw forbidden('retireService');
  const settings = await house.settings();
  const service = serviceOf(settings, params.code);
  const own = settings.trays.filter((tray) => tray.service === service.code);
  const counts = await openIn(house, own.map(({ id }) => id));
  return {
    parts: partsOf(settings, service).map(({ code }) => code),
    trays: own.map(({ id, label }) => {
      const its = counts.filter(({ tray }) => tray === id);
      return { id, label, open: its.reduce((sum, { count }) => sum + Number(count), 0), compartments: its.flatMap(({ compartment }) => compartment ?? []), rules: settings.rules.filter(({ tray }) => tray === id).map(({ id: rule }) => rule) };
    }),
  };
}

/**
 * Publishes a service as retired together with the rules that led to its trays, which lead to those that take over; what is
 * open there follows by itself.
 *
 * @throws Problem 409 `serviceHasParts`; 422 `successorMissing` for a tray with mail or rules that nobody takes over,
 * `serviceNotCleared` where nobody could read it
 */
export async function retireService(house: House, call: Call<Contract['retireService']>): Promise<{ services: number; rules: number }> {
  const { params, body } = call;
  const retirement = await retirementOf(house, call);
  const settings = await house.settings();
  const service = serviceOf(settings, params.code);
  if (retirement.parts.length) throw conflict('serviceHasParts', 'It has parts that are still there', { service: service.label });
  for (const tray of retirement.trays) if (tray.open || tray.rules.length) requireSuccessor(settings, service, tray, body.trays[tray.id]);
  const services = settings.services.map((each) => (each.code === service.code ? { ...each, retired: true } : each));
  const rules = settings.rules.map((rule) => withoutCopy({ ...rule, tray: body.trays[rule.tray] ?? rule.tray }, service.code));
  const [flaw] = flawsOf({ ...settings, services, rules });
  if (flaw) throw invalid('settingsFlaw', 'The settings do not agree', { path: flaw.path, code: flaw.code, value: flaw.value });
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const publish = async (kind: 'services' | 'rules', data: unknown): Promise<number> => {
      const version = await publishSetting(tx, kind, data as JsonObject, body.comment);
      if (version !== body.basedOn[kind] + 1) throw conflict('staleSettings', 'Somebody else has published in between', { version: version - 1 });
      return version;
    };
    const published = { services: await publish('services', services), rules: await publish('rules', rules) };
    tx.append({ type: 'service.retired', subjectKind: 'settings', subjectId: 'services', data: { service: service.code, trays: body.trays } });
    return published;
  });
}

/** Nobody is there any more to read a copy. */
function withoutCopy({ copies, ...rule }: Settings['rules'][number], service: string): Settings['rules'][number] {
  const left = copies?.filter((code) => code !== service);
  return left?.length ? { ...rule, copies: left } : rule;
}

function serviceOf({ services }: Settings, wanted: string): Service {
  const service = services.find(({ code }) => code === wanted);
  if (!service) throw notFound('service');
  if (service.retired) throw conflict('notInState', 'It is retired already', { state: 'retired', action: 'retireService' });
  return service;
}

const partsOf = ({ services }: Settings, { code }: Service): Service[] => services.filter((each) => each.parent === code && !each.retired);

function requireSuccessor(settings: Settings, service: Service, tray: Retirement['trays'][number], wanted: string | undefined): void {
  const successor = settings.services.find(({ code }) => code === settings.trays.find(({ id }) => id === wanted)?.service);
  if (!successor || successor.code === service.code || successor.retired) throw invalid('successorMissing', `Nobody takes ${tray.id} over`, { tray: tray.label });
  const uncleared = tray.compartments.find((compartment) => !successor.compartments.includes(compartment));
  if (uncleared) throw invalid('serviceNotCleared', `${successor.code} has nobody cleared for ${uncleared}`, { service: successor.label, compartment: uncleared });
}

function openIn(house: House, trays: readonly string[]): Promise<{ tray: string | null; compartment: string | null; count: number }[]> {
  if (!trays.length) return Promise.resolve([]);
  return house.store.db
    .selectFrom('mail')
    .select((eb) => ['tray', 'compartment', eb.fn.countAll<number>().as('count')])
    .where('entity_id', '=', house.entityId)
    .where('tray', 'in', trays)
    .where('state', 'in', open)
    .groupBy(['tray', 'compartment'])
    .execute();
}
