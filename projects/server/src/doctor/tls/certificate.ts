import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import { openSocket, type Endpoint } from './starttls.js';

export interface Certificate {
  readonly validTo: Date;
  /** Why this machine would not trust it: OpenSSL's word, or `ERR_TLS_CERT_ALTNAME_INVALID`. */
  readonly flaw?: string;
}

/**
 * The certificate that a server shows, whatever it is worth.
 *
 * @param ask goes from plain to encrypted speech, where a protocol begins plainly
 * @returns undefined when the server offers no encryption
 */
export async function readCertificate(endpoint: Endpoint, ask?: (socket: Socket) => Promise<Socket | undefined>): Promise<Certificate | undefined> {
  const plain = await openSocket(endpoint);
  try {
    const ready = ask ? await ask(plain) : plain;
    if (!ready) return undefined;
    const { host } = endpoint;
    const secure = connect({ socket: ready, host, ...(isIP(host) ? {} : { servername: host }), rejectUnauthorized: false });
    await once(secure, 'secureConnect');
    const { valid_to } = secure.getPeerCertificate();
    const flaw = secure.authorizationError as Error | string | null;
    return { validTo: new Date(valid_to), flaw: flaw ? ((flaw as { code?: string }).code ?? String(flaw)) : undefined };
  } finally {
    plain.destroy();
  }
}
