import type { Tray } from '../api/types.js';

export interface TrayGroup {
  readonly service: string;
  readonly label: string;
  readonly trays: readonly Tray[];
}

const order: readonly Tray['kind'][] = ['personal', 'replacing', 'unread', 'late', 'today', 'function', 'toAssign', 'supervised', 'copies', 'followed', 'signals', 'qualification'];
/** Shown only while something is in them: they are rare. */
const rare: readonly Tray['kind'][] = ['signals', 'followed', 'replacing', 'function'];

/** Trays that I put first, in my order; my own in the order of a working day; searches that are kept; then those of each service under its name. */
export function grouped(all: readonly Tray[]): { readonly pinned: readonly Tray[]; readonly own: readonly Tray[]; readonly saved: readonly Tray[]; readonly services: readonly TrayGroup[] } {
  const pinned = all.filter((tray) => tray.pinned);
  const trays = all.filter((tray) => !tray.pinned);
  const saved = trays.filter(({ kind }) => kind === 'saved');
  const own = trays.filter(({ kind, open }) => kind !== 'service' && kind !== 'saved' && (open > 0 || !rare.includes(kind))).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const services = new Map<string, TrayGroup>();
  for (const tray of trays) {
    if (tray.kind !== 'service') continue;
    const service = tray.service ?? '';
    services.set(service, { service, label: tray.serviceLabel ?? service, trays: [...(services.get(service)?.trays ?? []), tray] });
  }
  return { pinned, own, saved, services: [...services.values()].sort((a, b) => a.label.localeCompare(b.label, 'fr')) };
}
