import { registerFlaws, type RegisterFlaw } from '../registers/flaws.js';
import { flawsOfTerms, type TermFlaw } from '../thesaurus/flaws.js';
import type { Settings } from './settings.js';

import { formFlaws } from '../forms/flaws.js';
import { processingFlaws } from '../processings/flaws.js';
import { ruleFlaws, type RuleFlaw } from '../routing/flaws.js';
import { scannerFlaws } from '../scanners/flaws.js';
import { siteOfService } from './services.js';

/**
 * A reference that leads nowhere, a code or address used twice, services that are part of one another, what leads to a
 * retired service, or a rule that sends a type with a compartment to a service where nobody can be cleared for it: `path` tells where, `code` what.
 */
export interface SettingsFlaw {
  readonly code: RuleFlaw['code'] | TermFlaw['code'] | RegisterFlaw['code'] | 'overlap' | 'retired' | 'noCompartmentGroup';
  readonly path: string;
  readonly value: string;
}

/** What would break the house if these settings were published together; empty when they agree. */
export function flawsOf(settings: Settings): readonly SettingsFlaw[] {
  const services = new Set(settings.services.map((service) => service.code));
  const compartments = new Set(settings.compartments.map((compartment) => compartment.code));
  const trays = new Set(settings.trays.map((tray) => tray.id));
  const types = new Set(settings.types.map((type) => type.code));
  const clocks = new Set(settings.clocks.map((clock) => clock.code));
  const rows = new Set(settings.schedule.rows.map((row) => row.code));
  const sites = new Set(settings.sites.map((site) => site.code));
  const compartmentOfType = new Map(settings.types.map((type) => [type.code, type.compartment]));
  const compartmentsOfTray = new Map(settings.trays.map((tray) => [tray.id, settings.services.find((service) => service.code === tray.service)?.compartments ?? []]));
  const unknown = (known: ReadonlySet<string>, value: string | undefined, path: string): SettingsFlaw[] =>
    value === undefined || known.has(value) ? [] : [{ code: 'unknown', path, value }];

  return [
    ...duplicates('compartments', settings.compartments.map((compartment) => compartment.code)),
    ...duplicates('services', settings.services.map((service) => service.code)),
    ...duplicates('trays', settings.trays.map((tray) => tray.id)),
    ...duplicates('types', settings.types.map((type) => type.code)),
    ...duplicates('clocks', settings.clocks.map((clock) => clock.code)),
    ...duplicates('rules', settings.rules.map((rule) => rule.id)),
    ...duplicates('schedule', settings.schedule.rows.map((row) => row.code)),
    ...duplicates('templates', settings.templates.map((template) => template.code)),
    ...duplicates('thesaurus', settings.thesaurus.map((term) => term.code)),
    ...duplicates('unscanned', settings.unscanned.map((kind) => kind.code)),
    ...duplicates('endorsement', settings.endorsement.map((pattern) => pattern.code)),
    ...settings.services.flatMap((service) => [
      ...unknown(services, service.parent, `services.${service.code}.parent`),
      ...(sites.size ? unknown(sites, siteOfService(service), `services.${service.code}.site`) : []),
      ...service.compartments.flatMap((compartment) => unknown(compartments, compartment, `services.${service.code}.compartments`)),
    ]),
    ...unknown(rows, settings.authority.register?.row, 'authority.register.row'),
    ...unknown(services, settings.authority.register?.service, 'authority.register.service'),
    ...duplicates('sites', settings.sites.map((site) => site.code)),
    ...scannerFlaws(settings),
    ...ruleFlaws(settings),
    ...registerFlaws(settings.registers),
    ...formFlaws(settings),
    ...processingFlaws(settings),
    ...duplicates('services.mailboxes', settings.services.flatMap(({ mailboxes }) => (mailboxes ?? []).map((address) => address.toLowerCase()))),
    ...cyclesOf(settings.services),
    ...towardsRetired(settings),
    ...settings.endorsement.flatMap(({ code, scanner }) => unknown(new Set(settings.scanners.map((each) => each.code)), scanner, `endorsement.${code}.scanner`)),
    ...settings.unscanned.flatMap((kind) => [...unknown(services, kind.service, `unscanned.${kind.code}.service`), ...unknown(rows, kind.scheduleRow, `unscanned.${kind.code}.scheduleRow`)]),
    ...settings.trays.flatMap((tray) => unknown(services, tray.service, `trays.${tray.id}.service`)),
    ...settings.types.flatMap((type) => [
      ...unknown(compartments, type.compartment, `types.${type.code}.compartment`),
      ...unknown(rows, type.scheduleRow, `types.${type.code}.scheduleRow`),
      ...(type.clocks ?? []).flatMap((clock) => unknown(clocks, clock, `types.${type.code}.clocks`)),
    ]),
    ...settings.clocks.flatMap((clock) => unknown(new Set(clock.metBy === 'receipt' || clock.metBy === 'registrationReceipt' ? settings.templates.map(({ code }) => code) : []), clock.automatic, `clocks.${clock.code}.automatic`)),
    ...settings.rules.flatMap((rule) => [
      ...unknown(trays, rule.tray, `rules.${rule.id}.tray`),
      ...(rule.when.types ?? []).flatMap((type) => unknown(types, type, `rules.${rule.id}.when.types`)),
      ...(rule.when.sites ?? []).flatMap((site) => unknown(sites, site, `rules.${rule.id}.when.sites`)),
      ...(rule.when.types ?? []).flatMap((type) => unreadable(compartmentOfType.get(type), compartmentsOfTray.get(rule.tray), `rules.${rule.id}.tray`)),
    ]),
    ...duplicates('reminders', settings.reminders.map((plan) => plan.code)),
    ...settings.reminders.flatMap((plan) => [
      ...plan.types.flatMap((type) => unknown(types, type, `reminders.${plan.code}.types`)),
      ...plan.services.flatMap((service) => unknown(services, service, `reminders.${plan.code}.services`)),
    ]),
    ...duplicates('commitments', settings.commitments.promises.map((promise) => promise.code)),
    ...settings.commitments.promises.flatMap((promise) => promise.types.flatMap((type) => unknown(types, type, `commitments.${promise.code}.types`))),
    ...(settings.calendar.services ?? []).flatMap(({ service }) => unknown(services, service, 'calendar.services')),
    ...flawsOfTerms(settings.thesaurus, compartments),
  ];
}

/** Rules and parts that lead to a service that gets no more mail. */
function towardsRetired({ services, trays, rules }: Settings): SettingsFlaw[] {
  const retired = new Set(services.filter((service) => service.retired).map(({ code }) => code));
  const serviceOf = new Map(trays.map(({ id, service }) => [id, service]));
  return [
    ...services.filter((service) => !service.retired && service.parent && retired.has(service.parent)).map(({ code, parent = '' }) => ({ code: 'retired' as const, path: `services.${code}.parent`, value: parent })),
    ...rules.filter(({ enabled, tray }) => enabled && retired.has(serviceOf.get(tray) ?? '')).map(({ id, tray }) => ({ code: 'retired' as const, path: `rules.${id}.tray`, value: tray })),
  ];
}

/** Services that are, by way of others, part of themselves. */
function cyclesOf(services: Settings['services']): SettingsFlaw[] {
  const parents = new Map(services.map(({ code, parent }) => [code, parent]));
  return services.flatMap(({ code }) => {
    const passed = new Set<string>();
    for (let at = parents.get(code); at !== undefined && !passed.has(at); at = parents.get(at)) {
      if (at === code) return [{ code: 'cycle' as const, path: `services.${code}.parent`, value: parents.get(code) ?? '' }];
      passed.add(at);
    }
    return [];
  });
}

function unreadable(compartment: string | undefined, ofTray: readonly string[] | undefined, path: string): SettingsFlaw[] {
  return compartment && ofTray && !ofTray.includes(compartment) ? [{ code: 'noCompartmentGroup', path, value: compartment }] : [];
}

function duplicates(path: string, values: readonly string[]): SettingsFlaw[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => ({ code: 'duplicate', path, value }));
}
