import { compartmentGroup, headGroup, secretariatGroup, serviceGroup } from '../rights/groups.js';
import { isMailRoom } from '../rights/mail-rooms.js';
import type { Settings } from '../settings/settings.js';

/** What a delegate can't open of what the delegator can: all of a mail room or service, its restricted mails, or those of a compartment. */
export interface ReadingGap {
  readonly what: 'mailRoom' | 'service' | 'restricted' | 'compartment';
  readonly service?: string;
  readonly compartment?: string;
  /** The group of Alfresco that the delegate is not in: IT adds them for the time of the delegation. */
  readonly group: string;
}

export interface Reading {
  readonly gaps: readonly ReadingGap[];
  /** There is no mail at all that both can open by their services or mail rooms. */
  readonly nothing: boolean;
}

/**
 * What a delegate can read of the delegator's mail. Nodes name groups and never persons, so a delegation opens nothing: it
 * gives the power to act on what the delegate's own groups let them open.
 *
 * @param services those that the delegation is for; none said: all of the delegator's
 */
export function readingOf(delegator: readonly string[], delegate: readonly string[], services: readonly string[], settings: Pick<Settings, 'services'>): Reading {
  const has = (group: string): boolean => delegate.includes(group);
  const rooms = services.length ? [] : delegator.filter(isMailRoom);
  const own = settings.services.filter(({ code }) => delegator.includes(serviceGroup(code)) && (!services.length || services.includes(code)));
  const roomGaps = rooms.filter((group) => !has(group)).map((group): ReadingGap => ({ what: 'mailRoom', group }));
  const gaps = own.flatMap(({ code, compartments }): ReadingGap[] => {
    if (!has(serviceGroup(code))) return [{ what: 'service', service: code, group: serviceGroup(code) }];
    const chief = [headGroup(code), secretariatGroup(code)];
    const restricted = chief.filter((group) => delegator.includes(group)).slice(0, chief.some(has) ? 0 : 1).map((group): ReadingGap => ({ what: 'restricted', service: code, group }));
    const secret = compartments.map((compartment) => ({ compartment, group: compartmentGroup(code, compartment) })).filter(({ group }) => delegator.includes(group) && !has(group));
    return [...restricted, ...secret.map(({ compartment, group }): ReadingGap => ({ what: 'compartment', service: code, compartment, group }))];
  });
  const shared = rooms.length - roomGaps.length + own.length - gaps.filter(({ what }) => what === 'service').length;
  return { gaps: [...roomGaps, ...gaps], nothing: shared === 0 };
}
