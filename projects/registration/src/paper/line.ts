import { dayIn, dueDay, isCleared, may, type Person, type Settings } from '@bannette/domain';
import type { UnscannedLine } from '@bannette/http';
import { forRights, handedOverOf, type House, type MailRow } from '@bannette/house';

/** By when a mail of this kind should be in the hands of its service. */
export function handOverBy(unscanned: string | null, receivedAt: string, settings: Settings): string {
  const kind = settings.unscanned.find(({ code }) => code === unscanned);
  return kind ? dueDay(receivedAt, kind.handOver, settings.calendar).day : receivedAt;
}

/** A mail without a scan, as who carries it or receives it may see it. */
export async function toUnscannedLine(house: House, person: Person, mail: MailRow): Promise<UnscannedLine> {
  const settings = await house.settings();
  const rights = forRights(mail);
  const kind = settings.unscanned.find(({ code }) => code === mail.unscanned);
  const service = settings.services.find(({ code }) => code === (mail.service ?? mail.wanted_service));
  const receivedAt = mail.received_at ?? '';
  const by = handOverBy(mail.unscanned, receivedAt, settings);
  const handedOver = handedOverOf(mail);
  return {
    id: mail.id,
    chrono: mail.chrono ?? '',
    state: mail.state,
    kind: mail.unscanned ?? '',
    kindLabel: kind?.label ?? mail.unscanned ?? '',
    opened: kind?.opened ?? false,
    service: service?.code,
    serviceLabel: service?.label,
    site: settings.sites.find(({ code }) => code === service?.site)?.label ?? service?.site,
    addressee: mail.envelope?.addressee,
    reference: mail.envelope?.reference,
    sender: isCleared(person, rights) ? mail.correspondent?.name : undefined,
    receivedAt,
    handOverBy: by,
    overdue: !handedOver && by < dayIn(settings.authority.timeZone, house.now()),
    handedOver,
    mayHandOver: !handedOver && may(person, 'handOver', rights),
    mayReceive: !handedOver && may(person, 'receive', rights),
  };
}
