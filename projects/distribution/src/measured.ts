import { belongs, headGroup, inMailRoom, secretariatGroup, type Person, type Settings } from '@bannette/domain';
import { forbidden } from '@bannette/http';

/**
 * Services whose figures a person sees: those whose head or secretary they are; the mail room, all.
 *
 * @throws 403 for who sees none, or not the one asked for
 */
export function measuredFor(person: Person, { services }: Settings, wanted: string | undefined): readonly string[] {
  const own = services.map(({ code }) => code).filter((code) => inMailRoom(person) || belongs(person, headGroup(code)) || belongs(person, secretariatGroup(code)));
  const seen = wanted === undefined ? own : own.filter((code) => code === wanted);
  if (!seen.length) throw forbidden('figures');
  return seen;
}

export const labelOf = (service: string, { services }: Settings): string => services.find(({ code }) => code === service)?.label ?? service;
