import { constants, createHash, randomBytes, verify, X509Certificate } from 'node:crypto';
import { fromBER, Integer, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, type Attribute, Certificate, ContentInfo, ExtKeyUsage, MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';
import { bufferOf, oids, type Timestamp } from './cms.js';
import { SealError } from './errors.js';
import { subjectOf } from './key.js';

const sha256Id = '2.16.840.1.101.3.4.2.1';
const tstInfoId = '1.2.840.113549.1.9.16.1.4';
const rsaPss = '1.2.840.113549.1.1.10';
const oldSigningCertificate = '1.2.840.113549.1.9.16.2.12';
/** What a token may be signed with; SHA-1 isn't among them. */
const hashes: Readonly<Record<string, string>> = { [sha256Id]: 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' };
const timeStampingUse = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';
/** A token with its certificates takes a few kilobytes. */
const mostBytes = 256 * 1024;

export interface TimestampAuthority {
  readonly url: string;
  /** Milliseconds; 15,000 unless told. */
  readonly patienceMs?: number;
  /** Certificates (PEM) that may vouch for the authority's; none: whoever signed the token is believed to be who it says. */
  readonly trusted?: string;
}

/** What an RFC 3161 token says, and whether it may be believed. */
export interface TimestampFacts {
  readonly valid: boolean;
  /** `other`: the token is of other bytes; `changed`: it isn't what was signed; `notForTimestamps`: its certificate may not give any; `untrusted`: no trusted certificate vouches for it. */
  readonly problem?: 'unreadable' | 'other' | 'changed' | 'notForTimestamps' | 'untrusted';
  readonly at?: Date;
  readonly authority?: string;
  /** Hexadecimal. */
  readonly serial?: string;
}

/**
 * Asks an authority for RFC 3161 tokens, over HTTP; each is verified before it is given out.
 *
 * @throws SealError `noTimestamp` when the authority can't be reached, refuses, or answers what doesn't hold
 */
export function timestampsFrom({ url, patienceMs = 15_000, trusted }: TimestampAuthority): Timestamp {
  return async (sha256) => {
    const nonce = randomBytes(8);
    nonce[0] = (nonce[0] ?? 0) & 0x7f; // positive, as the authority gives it back
    const request = new TimeStampReq({ version: 1, messageImprint: new MessageImprint({ hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }), hashedMessage: new OctetString({ valueHex: bufferOf(sha256) }) }), nonce: new Integer({ valueHex: bufferOf(nonce) }), certReq: true });
    const answer = await ask(url, Buffer.from(request.toSchema().toBER(false)), patienceMs);
    const token = tokenOf(answer);
    const facts = verifyTimestamp(token, sha256, trusted);
    if (!facts.valid) throw new SealError('noTimestamp', `The timestamp authority's answer does not hold: ${facts.problem ?? 'unreadable'}`);
    if (!sameNumber(tstInfoOf(signedDataOf(token))?.nonce, nonce)) throw new SealError('noTimestamp', 'The timestamp authority answered another question');
    return token;
  };
}

async function ask(url: string, body: Buffer, patienceMs: number): Promise<Buffer> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(body), redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length > mostBytes) throw new Error('too long an answer');
    return bytes;
  } catch (error) {
    throw new SealError('noTimestamp', `The timestamp authority gave no answer: ${(error as Error).message}`, { cause: error });
  }
}

function tokenOf(answer: Buffer): Buffer {
  try {
    const response = new TimeStampResp({ schema: fromBER(bufferOf(answer)).result });
    if (response.status.status > 1 || !response.timeStampToken) throw new Error(`it refused with status ${response.status.status}`);
    return Buffer.from(response.timeStampToken.toSchema().toBER(false));
  } catch (error) {
    throw new SealError('noTimestamp', `The timestamp authority gave no token: ${(error as Error).message}`, { cause: error });
  }
}

/** Reads an RFC 3161 token (DER) and verifies it against the SHA-256 that it should be of. */
export function verifyTimestamp(token: Uint8Array, sha256: Uint8Array, trusted?: string): TimestampFacts {
  const signed = signedDataOf(token);
  const info = tstInfoOf(signed);
  const certificate = info && signed && signerOf(signed);
  if (!signed || !info || !certificate) return { valid: false, problem: 'unreadable' };
  const facts = { at: info.genTime, authority: subjectOf(certificate), serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex') };
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== sha256Id || !Buffer.from(hashedMessage.valueBlock.valueHexView).equals(Buffer.from(sha256))) return { ...facts, valid: false, problem: 'other' };
  if (!isSignedBy(signed, certificate)) return { ...facts, valid: false, problem: 'changed' };
  if (!givesTimestamps(certificate)) return { ...facts, valid: false, problem: 'notForTimestamps' };
  return trusted && !isTrusted(signed, certificate, trusted, info.genTime) ? { ...facts, valid: false, problem: 'untrusted' } : { ...facts, valid: true };
}

export const sha256Of = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function signedDataOf(token: Uint8Array): SignedData | undefined {
  try {
    const info = new ContentInfo({ schema: fromBER(bufferOf(token)).result });
    return info.contentType === ContentInfo.SIGNED_DATA ? new SignedData({ schema: info.content }) : undefined;
  } catch {
    return undefined;
  }
}

function tstInfoOf(signed: SignedData | undefined): TSTInfo | undefined {
  const content = signed?.encapContentInfo;
  if (content?.eContentType !== tstInfoId || !content.eContent) return undefined;
  try {
    return new TSTInfo({ schema: fromBER(content.eContent.getValue()).result });
  } catch {
    return undefined;
  }
}

const certificatesOf = (signed: SignedData): Certificate[] => (signed.certificates ?? []).filter((each): each is Certificate => each instanceof Certificate);

function signerOf(signed: SignedData): Certificate | undefined {
  const sid = signed.signerInfos[0]?.sid as { serialNumber?: Integer } | undefined;
  return certificatesOf(signed).find(({ serialNumber }) => sid?.serialNumber !== undefined && serialNumber.isEqual(sid.serialNumber));
}

/**
 * Whether the token's signature is of its content, by this certificate (RFC 3161 §2.4.2; RFC 5652 §5.4). Done here, because
 * pkijs verifies a token only together with the bytes that it is of, and here only their digest is known.
 */
function isSignedBy(signed: SignedData, certificate: Certificate): boolean {
  const [signer] = signed.signerInfos;
  const content = signed.encapContentInfo.eContent?.getValue();
  const attributes = signer?.signedAttrs;
  const hash = signer && hashes[signer.digestAlgorithm.algorithmId];
  if (!signer || !content || !attributes || !hash || !namesCertificate(attributes.attributes, certificate)) return false;
  const told = valueOf(attributes.attributes, oids.messageDigest);
  if (!(told instanceof OctetString) || !Buffer.from(told.getValue()).equals(createHash(hash).update(Buffer.from(content)).digest())) return false;
  const key = x509(certificate).publicKey;
  const padding = signer.signatureAlgorithm.algorithmId === rsaPss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  try {
    return verify(hash, Buffer.from(attributes.encodedValue), { key, ...padding }, Buffer.from(signer.signature.getValue()));
  } catch {
    return false;
  }
}

const valueOf = (attributes: readonly Attribute[], oid: string): unknown => attributes.find(({ type }) => type === oid)?.values[0];

/** ESSCertID or ESSCertIDv2 (RFC 5816): its digest of the certificate, whichever it was made with. */
function namesCertificate(attributes: readonly Attribute[], certificate: Certificate): boolean {
  let value = valueOf(attributes, oids.signingCertificate) ?? valueOf(attributes, oldSigningCertificate);
  for (let depth = 0; depth < 2 && value instanceof Sequence; depth++) value = value.valueBlock.value[0];
  const digest = value instanceof Sequence ? value.valueBlock.value.find((part): part is OctetString => part instanceof OctetString) : undefined;
  const { raw } = x509(certificate);
  return digest !== undefined && ['sha1', 'sha256', 'sha384', 'sha512'].some((hash) => createHash(hash).update(raw).digest().equals(Buffer.from(digest.getValue())));
}

const givesTimestamps = ({ extensions }: Certificate): boolean => extensions?.some(({ extnID, parsedValue }) => extnID === extendedKeyUsage && parsedValue instanceof ExtKeyUsage && parsedValue.keyPurposes.includes(timeStampingUse)) ?? false;

/** Whether a trusted certificate is the signer's, or vouches for it through those that came with the token; all of them valid when it was given. */
function isTrusted(signed: SignedData, signer: Certificate, trusted: string, at: Date): boolean {
  const anchors = (trusted.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((pem) => new X509Certificate(pem));
  const between = certificatesOf(signed).map(x509);
  const holds = (one: X509Certificate): boolean => new Date(one.validFrom) <= at && at <= new Date(one.validTo);
  const climb = (one: X509Certificate, depth: number): boolean => {
    if (!holds(one) || depth > 8) return false;
    if (anchors.some((anchor) => anchor.raw.equals(one.raw) || (holds(anchor) && vouches(anchor, one)))) return true;
    return between.some((above) => !above.raw.equals(one.raw) && above.ca && vouches(above, one) && climb(above, depth + 1));
  };
  return climb(x509(signer), 0);
}

const x509 = (certificate: Certificate): X509Certificate => new X509Certificate(Buffer.from(certificate.toSchema().toBER(false)));
const vouches = (above: X509Certificate, one: X509Certificate): boolean => one.checkIssued(above) && one.verify(above.publicKey);

function sameNumber(given: Integer | undefined, asked: Uint8Array): boolean {
  const bare = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').replace(/^(00)+/, '');
  return given !== undefined && bare(given.valueBlock.valueHexView) === bare(asked);
}
