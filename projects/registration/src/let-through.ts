import { createHash } from 'node:crypto';
import type { Proposals, Settings } from '@bannette/domain';
import { Problem } from '@bannette/http';
import { lockMail, type House, type Listening } from '@bannette/house';
import { dayOf, keepNumber, mailWithNumber } from './paper/endorse.js';
import { secrecyOfDocuments } from './beneficiary/describe.js';
import { needsNobody } from './forms/qualified.js';
import { check, register, type Confirmed } from './register.js';
import { dayIn } from '@bannette/domain';

/** A number on paper that was read less surely is for an operator to confirm. */
const surelyRead = 0.85;

/** What a type with high confidence needs to pass without an operator: every field read, the arrival day included, and no doubt whose pages these are. */
export function readyToPass(proposals: Proposals, settings: Settings): Confirmed | undefined {
  const type = settings.types.find(({ code }) => code === proposals.type?.value);
  const { senderName, subject, receivedAt, documentDate, postcode, service } = proposals;
  if (proposals.belongsTo || proposals.glued) return undefined;
  if (proposals.endorsement && proposals.endorsement.confidence < surelyRead) return undefined;
  if (!type?.letThrough || !senderName || !subject || !receivedAt) return undefined;
  if ((proposals.type?.confidence ?? 0) < type.letThrough.confidence) return undefined;
  return {
    type: type.code,
    sender: { kind: 'individual', name: senderName.value, ...(postcode ? { postcode: postcode.value } : {}) },
    subject: subject.value,
    receivedAt: receivedAt.value,
    ...(documentDate ? { documentDate: documentDate.value } : {}),
    ...(service ? { service: service.value } : {}),
  };
}

/** One mail in `every` is checked by an operator all the same; which one is decided by the mail's id, so a retry decides alike. */
export function isSampled(mailId: string, every: number): boolean {
  return createHash('sha256').update(mailId).digest().readUInt32BE(0) % every === 0;
}

/** A day misread, or declared, in the future is for an operator to mend; it must not hold up the letters behind it. */
function canBeTrue(confirmed: Confirmed, settings: Settings, today: string): boolean {
  try {
    check(confirmed, settings, today);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** Hears of captured mails and lets through those that a type's setting allows. */
export function letThrough(house: House): Listening {
  return {
    name: 'registration.letThrough',
    types: ['mail.captured'],
    handle: async (entry, tx) => {
      const mail = await lockMail(tx, entry.subjectId);
      if (mail?.state !== 'toQualify') return;
      const imported = mail.deposit_id && (await tx.trx.selectFrom('deposit').select('id').where('id', '=', mail.deposit_id).where('imported', 'is not', null).executeTakeFirst());
      if (imported || (await secrecyOfDocuments(tx, mail.id, await house.settings())).confidentiality) return;
      const settings = await house.settings();
      const confirmed = readyToPass(mail.proposals, settings);
      const every = settings.types.find(({ code }) => code === confirmed?.type)?.letThrough?.sampleEvery;
      if (!confirmed || !every || isSampled(mail.id, every) || !needsNobody(mail, confirmed, settings)) return;
      if (!canBeTrue(confirmed, settings, dayIn(settings.authority.timeZone, house.now()))) return;
      const { endorsement, endorsementLast } = mail.proposals;
      const number = endorsement && { number: endorsement.value, ...(endorsementLast ? { last: endorsementLast.value } : {}) };
      const day = await dayOf(house, mail);
      if (number && (await mailWithNumber(tx, mail.id, { endorsement: number.number, endorsement_last: number.last ?? null, scanner: null }, day))) return;
      await register(house, tx, number ? await keepNumber(tx, mail, number, { day }) : mail, confirmed, { settings, letThrough: true });
    },
  };
}
