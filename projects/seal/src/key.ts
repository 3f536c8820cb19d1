import { createHash, webcrypto } from 'node:crypto';
import { fromBER } from 'asn1js';
import { CertBag, Certificate, CryptoEngine, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, setEngine, type SafeBag } from 'pkijs';
import { SealError } from './errors.js';

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }));

const bags = { shroudedKey: '1.2.840.113549.1.12.10.1.2', key: '1.2.840.113549.1.12.10.1.1', certificate: '1.2.840.113549.1.12.10.1.3' };
const curves: { readonly [oid: string]: string } = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384', '1.3.132.0.35': 'P-521' };

/** A key that files are signed with, and its certificate; the certificates that vouch for it beside it. */
export interface SealKey {
  readonly privateKey: webcrypto.CryptoKey;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  /** Whose certificate it is, as one line. */
  readonly subject: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * Reads a PKCS#12 file (PBES2 as OpenSSL 3, Windows and Java write it today; older files with RC2 or 3DES are to be converted).
 *
 * @throws SealError `unreadableKey`, `wrongPassword`, `noKey` (no key, or no certificate for it), `unfitKey` (neither RSA nor a NIST curve)
 */
export async function readKey(p12: Uint8Array, password: string): Promise<SealKey> {
  const found = await bagsOf(p12, password);
  const keys = found.filter(({ bagId }) => bagId === bags.shroudedKey || bagId === bags.key).map(({ bagValue }) => (bagValue instanceof PKCS8ShroudedKeyBag ? bagValue.parsedValue : bagValue)).filter((value): value is PrivateKeyInfo => value instanceof PrivateKeyInfo);
  const certificates = found.map(({ bagValue }) => (bagValue instanceof CertBag ? (bagValue.parsedValue as unknown) : undefined)).filter((value): value is Certificate => value instanceof Certificate);
  const [key] = keys;
  if (!key || !certificates.length) throw new SealError('noKey', 'The file holds no key with its certificate');
  const privateKey = await imported(key);
  for (const certificate of certificates) {
    if (await belongsTo(certificate, privateKey)) {
      return { privateKey, certificate, chain: certificates.filter((each) => each !== certificate), subject: subjectOf(certificate), fingerprint: fingerprintOf(certificate), notBefore: certificate.notBefore.value, notAfter: certificate.notAfter.value };
    }
  }
  throw new SealError('noKey', 'The file holds no certificate for its key');
}

/** `CN=…, O=…`: what a person reads of a certificate's owner. */
export function subjectOf({ subject }: Pick<Certificate, 'subject'>): string {
  const names: { readonly [oid: string]: string } = { '2.5.4.3': 'CN', '2.5.4.10': 'O', '2.5.4.11': 'OU', '2.5.4.6': 'C', '2.5.4.97': 'organizationIdentifier' };
  return subject.typesAndValues.map(({ type, value }) => `${names[type] ?? type}=${String(value.valueBlock.value)}`).join(', ');
}

export const fingerprintOf = (certificate: Certificate): string => createHash('sha256').update(new Uint8Array(certificate.toSchema().toBER(false))).digest('hex');

async function bagsOf(p12: Uint8Array, password: string): Promise<readonly SafeBag[]> {
  const secret = new TextEncoder().encode(password).buffer;
  const pfx = parsed(p12);
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
    const { authenticatedSafe } = pfx.parsedValue ?? {};
    if (!authenticatedSafe) throw new SealError('unreadableKey', 'The file is no PKCS#12 file');
    const contents = authenticatedSafe.safeContents;
    await authenticatedSafe.parseInternalValues({ safeContents: contents.map(({ contentType }) => (contentType === '1.2.840.113549.1.7.1' ? {} : { password: secret })) });
    const safes = (authenticatedSafe.parsedValue as { safeContents: { value: { safeBags: SafeBag[] } }[] }).safeContents;
    const all = safes.flatMap(({ value }) => value.safeBags);
    for (const { bagValue } of all) if (bagValue instanceof PKCS8ShroudedKeyBag) await (bagValue as unknown as { parseInternalValues(parameters: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({ password: secret });
    return all;
  } catch (cause) {
    if (cause instanceof SealError) throw cause;
    const integrity = cause instanceof Error && /integrity/i.test(cause.message);
    throw new SealError(integrity ? 'wrongPassword' : 'unreadableKey', integrity ? 'The password does not open the file' : 'The file can’t be opened: its encryption may be an old one', { cause });
  }
}

function parsed(p12: Uint8Array): PFX {
  const { result, offset } = fromBER(new Uint8Array(p12).buffer);
  if (offset === -1) throw new SealError('unreadableKey', 'The file is no PKCS#12 file');
  try {
    return new PFX({ schema: result });
  } catch (cause) {
    throw new SealError('unreadableKey', 'The file is no PKCS#12 file', { cause });
  }
}

function imported(key: PrivateKeyInfo): Promise<webcrypto.CryptoKey> {
  const bytes = new Uint8Array(key.toSchema().toBER(false));
  const { algorithmId, algorithmParams } = key.privateKeyAlgorithm;
  if (algorithmId === '1.2.840.113549.1.1.1') return webcrypto.subtle.importKey('pkcs8', bytes, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  const curve = curves[String((algorithmParams as { valueBlock?: { toString(): string } } | undefined)?.valueBlock?.toString() ?? '')];
  if (algorithmId !== '1.2.840.10045.2.1' || !curve) throw new SealError('unfitKey', 'The key is neither RSA nor on a NIST curve');
  return webcrypto.subtle.importKey('pkcs8', bytes, { name: 'ECDSA', namedCurve: curve }, false, ['sign']);
}

/** Whether what the key signs is right by the certificate. */
async function belongsTo(certificate: Certificate, key: webcrypto.CryptoKey): Promise<boolean> {
  const probe = new Uint8Array(32);
  const algorithm = key.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm.name;
  try {
    const publicKey = (await certificate.getPublicKey({ algorithm: { algorithm: { ...key.algorithm, hash: { name: 'SHA-256' } } as never, usages: ['verify'] } })) as unknown as webcrypto.CryptoKey;
    return await webcrypto.subtle.verify(algorithm, publicKey, await webcrypto.subtle.sign(algorithm, key, probe), probe);
  } catch {
    return false;
  }
}
