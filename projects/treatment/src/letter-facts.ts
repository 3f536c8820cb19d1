import { type Settings } from '@bannette/domain';
import { clockFactsOf, readClocks, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';

const long = (day: string | null | undefined): string => (day ? new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)) : '');

/**
 * What a template may name, for a letter to the public. `silenceDay` and `silence` are what a receipt must tell: the day at
 * which silence is an answer, and which (CRPA R112-5, R112-11-1).
 */
export async function factsFor(db: Tx['trx'], mail: MailRow, settings: Settings, today: string): Promise<{ readonly [name: string]: string }> {
  const service = settings.services.find(({ code }) => code === mail.service);
  const site = settings.sites.find(({ code }) => code === service?.site);
  const { facts } = await clockFactsOf(db, mail, settings);
  const clocks = facts ? readClocks(mail, facts, settings, today) : [];
  const silence = clocks.find(({ kind }) => kind === 'silenceAccepts' || kind === 'silenceRefuses' || kind === 'documentAccess' || kind === 'appeal');
  return {
    subject: mail.subject ?? '',
    chrono: mail.chrono ?? '',
    senderName: mail.correspondent?.name ?? '',
    receivedAt: long(mail.received_at),
    service: service?.label ?? '',
    serviceEmail: service?.email ?? '',
    serviceAddress: [...(site?.address ?? settings.authority.address)].join(', '),
    servicePhone: site?.phone ?? '',
    silenceDay: long(silence?.due),
    silence: silence ? (silence.kind === 'silenceAccepts' ? 'acceptée' : 'rejetée') : '',
  };
}

export { long };
