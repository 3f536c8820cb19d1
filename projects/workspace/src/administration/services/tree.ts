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
