import type { Tray } from '../api/types.js';

export interface TrayGroup {
  readonly service: string;
  readonly label: string;
  readonly trays: readonly Tray[];
}

const order: readonly Tray['kind'][] = ['personal', 'late', 'copies', 'qualification'];

/** My own trays in the order of a working day, then those of each service under its name. */
export function grouped(trays: readonly Tray[]): { readonly own: readonly Tray[]; readonly services: readonly TrayGroup[] } {
  const own = trays.filter(({ kind }) => kind !== 'service').sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const services = new Map<string, TrayGroup>();
  for (const tray of trays) {
    if (tray.kind !== 'service') continue;
    const service = tray.service ?? '';
    services.set(service, { service, label: tray.serviceLabel ?? service, trays: [...(services.get(service)?.trays ?? []), tray] });
  }
  return { own, services: [...services.values()].sort((a, b) => a.label.localeCompare(b.label, 'fr')) };
}
