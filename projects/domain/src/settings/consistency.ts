import type { Settings } from './settings.js';

/** A reference that leads nowhere, or a code used twice: `path` tells where, `code` what. */
export interface SettingsFlaw {
  readonly code: 'unknown' | 'duplicate' | 'noCompartmentGroup';
  readonly path: string;
  readonly value: string;
}

/** What would break the house if these settings were published together; empty when they agree. */
export function flawsOf(settings: Settings): readonly SettingsFlaw[] {
  const services = new Set(settings.services.map((service) => service.code));
  const compartments = new Set(settings.compartments.map((compartment) => compartment.code));
  const trays = new Set(settings.trays.map((tray) => tray.id));
  const types = new Set(settings.types.map((type) => type.code));
  const rows = new Set(settings.schedule.rows.map((row) => row.code));
  const unknown = (known: ReadonlySet<string>, value: string | undefined, path: string): SettingsFlaw[] =>
    value === undefined || known.has(value) ? [] : [{ code: 'unknown', path, value }];

  return [
    ...duplicates('services', settings.services.map((service) => service.code)),
    ...duplicates('trays', settings.trays.map((tray) => tray.id)),
    ...duplicates('types', settings.types.map((type) => type.code)),
    ...duplicates('rules', settings.rules.map((rule) => rule.id)),
    ...duplicates('schedule', settings.schedule.rows.map((row) => row.code)),
    ...settings.services.flatMap((service) => [
      ...unknown(services, service.parent, `services.${service.code}.parent`),
      ...service.compartments.flatMap((compartment) => unknown(compartments, compartment, `services.${service.code}.compartments`)),
    ]),
    ...settings.trays.flatMap((tray) => unknown(services, tray.service, `trays.${tray.id}.service`)),
    ...settings.types.flatMap((type) => [
      ...unknown(compartments, type.compartment, `types.${type.code}.compartment`),
      ...unknown(rows, type.scheduleRow, `types.${type.code}.scheduleRow`),
    ]),
    ...settings.rules.flatMap((rule) => [
      ...unknown(trays, rule.tray, `rules.${rule.id}.tray`),
      ...(rule.when.types ?? []).flatMap((type) => unknown(types, type, `rules.${rule.id}.when.types`)),
    ]),
  ];
}

function duplicates(path: string, values: readonly string[]): SettingsFlaw[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => ({ code: 'duplicate', path, value }));
}
