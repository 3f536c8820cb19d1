import { cameLate, dayIn, handOverLimit, isCleared, may, type Person } from '@bannette/domain';
import type { UnscannedLine } from '@bannette/http';
import { forRights, handedOverOf, type House, type MailRow } from '@bannette/house';

/** A mail without a scan, as who carries it or receives it may see it. */
export async function toUnscannedLine(house: House, person: Person, mail: MailRow): Promise<UnscannedLine> {
  const settings = await house.settings();
  const rights = forRights(mail);
  const kind = settings.unscanned.find(({ code }) => code === mail.unscanned);
  const service = settings.services.find(({ code }) => code === (mail.service ?? mail.wanted_service));
  const receivedAt = mail.received_at ?? '';
  const limit = handOverLimit({ unscanned: mail.unscanned, receivedAt, registeredAt: mail.registered_at ?? mail.created_at }, settings);
  const { timeZone } = settings.authority;
  const handedOver = handedOverOf(mail);
  return {
    id: mail.id,
    chrono: mail.chrono ?? '',
    state: mail.state,
    kind: mail.unscanned ?? '',
    kindLabel: kind?.label ?? mail.unscanned ?? '',
    opened: (kind?.opened ?? false) || !!mail.envelope?.unsealed,
    service: service?.code,
    serviceLabel: service?.label,
    site: settings.sites.find(({ code }) => code === service?.site)?.label ?? service?.site,
    addressee: mail.envelope?.addressee,
    reference: mail.envelope?.reference,
    sender: isCleared(person, rights) ? mail.correspondent?.name : undefined,
    receivedAt,
    time: mail.envelope?.time,
    cameLate: cameLate({ ...mail.envelope, receivedAt }),
    unsealed: !!mail.envelope?.unsealed,
    toReturn: !!kind?.toReturn && !mail.envelope?.returned,
    returnedOn: mail.envelope?.returned?.on,
    // A limit at midnight is the end of the day before.
    handOverBy: dayIn(timeZone, new Date(limit.getTime() - 1)),
    handOverAt: limit.toISOString(),
    overdue: !handedOver && limit < house.now(),
    handedOver,
    mayHandOver: !handedOver && may(person, 'handOver', rights),
    mayReceive: !handedOver && may(person, 'receive', rights),
  };
}
