import type { ProcessingSetting } from '../settings/processings.js';
import type { Settings } from '../settings/settings.js';

export interface ProcessingFlaw {
  readonly code: 'duplicate' | 'unknown';
  readonly path: string;
  readonly value: string;
}

/** Codes used twice, a type that two processings cover, and references that lead nowhere. What is only missing is a gap, not a flaw. */
export function processingFlaws({ processings, types, unscanned, services }: Pick<Settings, 'processings' | 'types' | 'unscanned' | 'services'>): readonly ProcessingFlaw[] {
  const known = { types: new Set([...types, ...unscanned].map(({ code }) => code)), services: new Set(services.map(({ code }) => code)) };
  return [
    ...twice('processings', processings.map(({ code }) => code)),
    ...twice('processings.types', processings.flatMap((processing) => processing.types)),
    ...processings.flatMap((processing) =>
      (['types', 'services'] as const).flatMap((field) => processing[field].filter((code) => !known[field].has(code)).map((value): ProcessingFlaw => ({ code: 'unknown', path: `processings.${processing.code}.${field}`, value }))),
    ),
  ];
}

function twice(path: string, values: readonly string[]): ProcessingFlaw[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => ({ code: 'duplicate', path, value }));
}

/** Processings as they come with the product, kept to types and services that the authority has; those of which nothing is left are left out. */
export function fittingProcessings(processings: readonly ProcessingSetting[], { types, unscanned, services }: { readonly [kind in 'types' | 'unscanned' | 'services']: readonly { readonly code: string }[] }): ProcessingSetting[] {
  const [kinds, places] = [new Set([...types, ...unscanned].map(({ code }) => code)), new Set(services.map(({ code }) => code))];
  return processings.map((processing) => ({ ...processing, types: processing.types.filter((code) => kinds.has(code)), services: processing.services.filter((code) => places.has(code)) })).filter(({ types, register }) => types.length || register);
}
