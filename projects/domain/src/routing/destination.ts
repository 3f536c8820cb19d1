import type { Confidentiality, Priority, ServiceFunction } from '../mail/vocabulary.js';
import type { RuleSetting } from '../settings/rules.js';
import type { Settings } from '../settings/settings.js';
import type { Matched } from './criteria.js';
import { folded, type Routable } from './facts.js';
import { rulesReady, routeWith } from './route.js';

/** What a rule gives beside the tray, told with the reason. */
export interface Gave {
  readonly kind: 'copy' | 'priority' | 'confidentiality' | 'assignee' | 'function';
  readonly value: string;
}
/** Why a mail went where it went; worded under `BECAUSE.<code>`. */
export interface RouteBecause {
  readonly code: 'route.rule' | 'route.operator' | 'route.none' | 'route.notCleared';
  readonly params: { readonly [name: string]: string | number };
  readonly matched?: readonly Matched[];
  readonly gave?: readonly Gave[];
}

/** Where a mail goes by the settings; without a tray it stays with the mail room. */
export interface Destination {
  readonly tray?: string;
  readonly service?: string;
  /** Id of the rule that decided. */
  readonly rule?: string;
  readonly copies: readonly string[];
  readonly assignee?: string;
  readonly function?: ServiceFunction;
  readonly priority?: Priority;
  readonly confidentiality?: Confidentiality;
  readonly because: RouteBecause;
}

type Routing = Pick<Settings, 'rules' | 'trays' | 'services'>;

/** The settings made ready to decide on many mails, as of a day. Nothing leads to a retired service, nor back to the tray that has just refused. */
export function destinations({ rules, trays, services }: Routing, today: string): (mail: Routable) => Destination {
  const byCode = new Map(services.map((service) => [service.code, service]));
  const open = trays.filter((tray) => byCode.get(tray.service)?.retired === undefined || byCode.get(tray.service)?.retired === false);
  const openIds = new Map(open.map((tray) => [tray.id, tray]));
  const ready = rulesReady(rules.filter((rule) => openIds.has(rule.tray)), today);
  const placeOf = new Map(rules.map(({ id }, index) => [id, index + 1]));
  return (mail): Destination => {
    const found = routeWith(folded(mail), ready, open, (rule) => rule.tray === mail.refusedBy);
    const tray = found && openIds.get(found.tray);
    const service = byCode.get(tray?.service ?? '');
    if (!found || !tray || !service) return { copies: [], because: { code: 'route.none', params: {} } };
    if (mail.compartment && !service.compartments.includes(mail.compartment)) return { copies: [], because: { code: 'route.notCleared', params: { service: service.label, compartment: mail.compartment } } };
    const place = { tray: tray.id, service: service.code };
    if (found.because.kind === 'operator') return { ...place, copies: [], because: { code: 'route.operator', params: { service: service.label } } };
    const { rule, matched } = found.because;
    const copies = (rule.copies ?? []).filter((code) => code !== service.code && mayHaveCopy(byCode.get(code), mail.compartment));
    const given = givenBy(rule);
    const gave = gaveOf(given, copies);
    return { ...place, rule: rule.id, copies, ...given, because: { code: 'route.rule', params: { rule: rule.id, label: rule.label, place: placeOf.get(rule.id) ?? 0 }, matched, ...(gave.length ? { gave } : {}) } };
  };
}

/** Where one mail goes. */
export const destinationOf = (mail: Routable, settings: Routing, today: string): Destination => destinations(settings, today)(mail);

const mayHaveCopy = (service: Settings['services'][number] | undefined, compartment: string | undefined): boolean => !!service && !service.retired && (!compartment || service.compartments.includes(compartment));

type Given = Pick<Destination, 'assignee' | 'function' | 'priority' | 'confidentiality'>;
const givenBy = ({ assignee, function: post, priority, confidentiality }: RuleSetting): Given => ({
  ...(assignee ? { assignee } : {}),
  ...(post ? { function: post } : {}),
  ...(priority ? { priority } : {}),
  ...(confidentiality === undefined ? {} : { confidentiality }),
});

function gaveOf({ assignee, function: post, priority, confidentiality }: Given, copies: readonly string[]): Gave[] {
  return [
    ...(assignee ? [{ kind: 'assignee' as const, value: assignee }] : []),
    ...(post ? [{ kind: 'function' as const, value: post }] : []),
    ...copies.map((value) => ({ kind: 'copy' as const, value })),
    ...(priority ? [{ kind: 'priority' as const, value: priority }] : []),
    ...(confidentiality === undefined ? [] : [{ kind: 'confidentiality' as const, value: String(confidentiality) }]),
  ];
}

/** What the journal tells of a reason for good: nothing that speaks of a person. */
export function impersonal({ code, params, matched, gave }: RouteBecause): RouteBecause {
  const told = matched?.map((one) => (personalKinds.includes(one.kind) ? { ...one, value: '' } : one));
  return { code, params, ...(told ? { matched: told } : {}), ...(gave ? { gave } : {}) };
}
const personalKinds: readonly string[] = ['sender', 'senderDomain', 'field', 'affair'];
