import type { Settings } from '../settings/settings.js';
import type { Criteria } from '../settings/rules.js';

export interface RuleFlaw {
  readonly code: 'unknown' | 'retired' | 'both';
  readonly path: string;
  readonly value: string;
}

/** What rules name that isn't there, beyond its tray and the types and sites of its own criteria. */
export function ruleFlaws(settings: Pick<Settings, 'rules' | 'services' | 'sites' | 'thesaurus' | 'types'> & Partial<Pick<Settings, 'forms'>>): readonly RuleFlaw[] {
  const services = new Map(settings.services.map((service) => [service.code, service]));
  const natures = new Set(settings.thesaurus.filter(({ scheme }) => scheme === 'nature').map(({ code }) => code));
  const [types, sites] = [settings.types, settings.sites].map((all) => new Set(all.map(({ code }) => code))) as [Set<string>, Set<string>];
  const fields = new Set((settings.forms?.fields ?? []).map(({ key }) => key));
  const unknown = (known: { has(value: string): boolean }, values: readonly string[], path: string): RuleFlaw[] => values.filter((value) => !known.has(value)).map((value) => ({ code: 'unknown', path, value }));
  return settings.rules.flatMap((rule) => {
    const every: readonly Criteria[] = [rule.when, ...(rule.when.groups ?? []).flatMap(({ of }) => of)];
    return [
      ...unknown(services, rule.copies ?? [], `rules.${rule.id}.copies`),
      ...(rule.enabled ? (rule.copies ?? []).filter((code) => services.get(code)?.retired).map((value) => ({ code: 'retired' as const, path: `rules.${rule.id}.copies`, value })) : []),
      ...(rule.assignee && rule.function ? [{ code: 'both' as const, path: `rules.${rule.id}.function`, value: rule.assignee }] : []),
      ...every.slice(1).flatMap((when) => [...unknown(types, when.types ?? [], `rules.${rule.id}.when.types`), ...unknown(sites, when.sites ?? [], `rules.${rule.id}.when.sites`)]),
      ...every.flatMap((when) => [...unknown(natures, when.natures ?? [], `rules.${rule.id}.when.natures`), ...unknown(fields, (when.fields ?? []).map(({ key }) => key), `rules.${rule.id}.when.fields`)]),
    ];
  });
}
