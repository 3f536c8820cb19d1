import type { ServiceSetting } from '@bannette/domain';

/** A service in the tree, and how deep it is in it. */
export interface Branch {
  readonly service: ServiceSetting;
  readonly depth: number;
}

/** All services, each below the one that it is part of; what hangs in the air, or on itself, stands at the root, so that it can be mended. Retired ones come last among their equals. */
export function branches(services: readonly ServiceSetting[]): readonly Branch[] {
  const codes = new Set(services.map(({ code }) => code));
  const placed = new Set<ServiceSetting>();
  const found: Branch[] = [];
  const place = (service: ServiceSetting, depth: number): void => {
    if (placed.has(service)) return;
    placed.add(service);
    found.push({ service, depth });
    for (const part of inOrder(services.filter(({ parent }) => parent === service.code))) place(part, depth + 1);
  };
  for (const root of inOrder(services.filter(({ parent }) => !parent || !codes.has(parent)))) place(root, 0);
  for (const lost of services) place(lost, 0);
  return found;
}

const inOrder = (services: readonly ServiceSetting[]): ServiceSetting[] => [...services].sort((a, b) => Number(a.retired ?? false) - Number(b.retired ?? false));

/** Services that a service can be made part of: any that is not below it. */
export function possibleParents(services: readonly ServiceSetting[], code: string): readonly ServiceSetting[] {
  const below = new Set([code]);
  for (let grown = true; grown; ) {
    const parts = services.filter(({ code: each, parent }) => !below.has(each) && below.has(parent ?? ''));
    for (const part of parts) below.add(part.code);
    grown = parts.length > 0;
  }
  return services.filter((service) => !below.has(service.code) && !service.retired);
}

/** A change of a service; what is emptied is left out. */
export function changed(service: ServiceSetting, change: { readonly [name in keyof ServiceSetting]?: ServiceSetting[name] | '' | undefined }): ServiceSetting {
  const kept = Object.entries({ ...service, ...change }).filter(([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && !value.length));
  return { code: '', label: '', compartments: [], ...Object.fromEntries(kept) } as unknown as ServiceSetting;
}

export type TreeMove = 'up' | 'down' | 'deeper' | 'higher';

/** The services with one made part of another, or of none; undefined where it would be part of itself, or is there already. */
export function placedUnder(services: readonly ServiceSetting[], code: string, parent: string | undefined): readonly ServiceSetting[] | undefined {
  const service = services.find((each) => each.code === code);
  if (!service || service.parent === parent || (parent !== undefined && !possibleParents(services, code).some((each) => each.code === parent))) return undefined;
  return services.map((each) => (each === service ? changed(service, { parent: parent ?? '' }) : each));
}

/** The services with one moved among its equals, made part of the one before it, or taken out of the one that it is part of; undefined where it can't be. */
export function movedInTree(services: readonly ServiceSetting[], code: string, by: TreeMove): readonly ServiceSetting[] | undefined {
  const service = services.find((each) => each.code === code);
  if (!service) return undefined;
  const equals = inOrder(services.filter(({ parent }) => parent === service.parent));
  const at = equals.indexOf(service);
  if (by === 'deeper') return placedUnder(services, code, equals[at - 1]?.code ?? service.code);
  if (by === 'higher') return service.parent ? placedUnder(services, code, services.find((each) => each.code === service.parent)?.parent) : undefined;
  const other = equals[by === 'up' ? at - 1 : at + 1];
  if (!other || !other.retired !== !service.retired) return undefined;
  return services.map((each) => (each === service ? other : each === other ? service : each));
}

/** How much a service has with all its parts. */
export function withParts(services: readonly ServiceSetting[], own: ReadonlyMap<string, number>, code: string, seen: ReadonlySet<string> = new Set()): number {
  if (seen.has(code)) return 0;
  const passed = new Set([...seen, code]);
  return (own.get(code) ?? 0) + services.filter(({ parent }) => parent === code).reduce((sum, part) => sum + withParts(services, own, part.code, passed), 0);
}
