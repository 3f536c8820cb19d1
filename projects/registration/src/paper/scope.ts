import { belongs, headGroup, inMailRoom, secretariatGroup, serviceGroup, type Person, type Settings } from '@bannette/domain';
import { handledBy } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';

type MailFilter = (eb: ExpressionBuilder<Database, 'mail'>) => ExpressionWrapper<Database, 'mail', SqlBool>;

const servicesWhere = (settings: Settings, holds: (service: string) => boolean): string[] => settings.services.map(({ code }) => code).filter(holds);
export const secretaryOf = (person: Person, settings: Settings): string[] => servicesWhere(settings, (code) => belongs(person, serviceGroup(code)) && belongs(person, secretariatGroup(code)));

/** Mail without a scan that `person` has to do with: what the mail room handles, a service's for its secretaries, what they may read for the others of it. */
export function carriedBy(person: Person, settings: Settings): MailFilter {
  const groups = sql.val([...person.groups]);
  const [own, carried] = [servicesWhere(settings, (code) => belongs(person, serviceGroup(code))), secretaryOf(person, settings)];
  return (eb) => eb.and([
    eb('unscanned', 'is not', null),
    sql<SqlBool>`listers && ${groups}::text[]`,
    sql<SqlBool>`(${handledBy(person, 'mail')} or service = any(${sql.val(carried)}::text[]) or (service = any(${sql.val(own)}::text[]) and readers && ${groups}::text[]))`,
  ]);
}

/** States in which the paper of a mail is on its way, or at its service. */
export const carried = ['distributed', 'inProgress', 'closed', 'noFollowUp'] as const;

/** Not yet in the hands of the service that it is for. */
export const stillToHandOver = sql<SqlBool>`handed_over->>'service' is distinct from service`;
export const inHands = sql<SqlBool>`handed_over->>'service' = service`;

/** The mails that `person` sees figures of: those that their mail room handles, those of services whose head or secretary they are; undefined: none. */
export function countedFor(person: Person, settings: Settings): MailFilter | undefined {
  const services = [...new Set([...secretaryOf(person, settings), ...servicesWhere(settings, (code) => belongs(person, headGroup(code)))])];
  if (!services.length && !inMailRoom(person)) return undefined;
  return (eb) => eb.or([handledBy(person, 'mail'), ...(services.length ? [eb('service', 'in', services)] : [])]);
}
