import type { Settings } from '@bannette/domain';
import { createTransport } from 'nodemailer';
import type { Config } from '../../config.js';
import { reasonOf } from '../accounts.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** The mail server takes our account; whether it encrypts is told with the certificates. */
export const smtp = check('smtp', 'mail', [], async ({ config, settings }) => {
  if (!config.smtpUrl) return [finding('mailNotConfigured')];
  return [...(await tryServer(config.smtpUrl)), ...judgeSender(config, settings)];
});

async function tryServer(url: string): Promise<readonly Finding[]> {
  const { hostname: host } = new URL(url);
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 });
  try {
    await transport.verify();
    return [];
  } catch (error) {
    return [(error as { code?: string }).code === 'EAUTH' ? finding('smtpRefusesAccount', { host }) : finding('smtpUnreachable', { host, reason: reasonOf(error) })];
  } finally {
    transport.close();
  }
}

export function judgeSender({ mailFrom }: Pick<Config, 'mailFrom'>, { authority }: Pick<Settings, 'authority'>): readonly Finding[] {
  return [...(/@localhost>?$/.test(mailFrom) ? [finding('senderNotSet', { from: mailFrom })] : []), ...(authority.dpoEmail ? [] : [finding('dpoMailboxMissing')])];
}
