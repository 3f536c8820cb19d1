import { createHash } from 'node:crypto';
import { fromBER, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { bufferOf, oids } from './cms.js';
import { fingerprintOf, subjectOf } from './key.js';

/** What one signature of a PDF is worth, as far as the file itself tells; whom to trust is for the reader to say. */
export interface PdfSignature {
  /** The bytes that it covers are those that were signed, by the key of the certificate that it names. */
  readonly valid: boolean;
  readonly problem?: 'unreadable' | 'changed' | 'notByCertificate';
  /** Nothing was added to the file after it. */
  readonly coversAll: boolean;
  readonly subject: string;
  /** SHA-256 of the certificate. */
  readonly fingerprint: string;
  /** Days on which the certificate holds. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly timestamped: boolean;
}

/** The signatures of a PDF, in the order in which they were made. */
export async function verifyPdf(pdf: Uint8Array): Promise<readonly PdfSignature[]> {
  const bytes = Buffer.from(pdf);
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g)].map((match) => match.slice(1).map(Number) as [number, number, number, number]);
  return Promise.all(ranges.map((range) => verifyRange(bytes, range)));
}

async function verifyRange(bytes: Buffer, [start, length, next, rest]: readonly [number, number, number, number]): Promise<PdfSignature> {
  const coversAll = start === 0 && next + rest === bytes.length;
  const unreadable = { valid: false, problem: 'unreadable', coversAll, subject: '', fingerprint: '', timestamped: false } as const;
  if (start !== 0 || length > next || next + rest > bytes.length) return { ...unreadable, problem: 'changed' };
  const hex = /^<([0-9a-f]*)>$/i.exec(bytes.toString('latin1', length, next))?.[1];
  const signed = hex ? signedData(Buffer.from(hex, 'hex')) : undefined;
  const signer = signed?.signerInfos[0];
  const certificate = signed?.certificates?.find((each): each is Certificate => each instanceof Certificate && each.serialNumber.isEqual((signer?.sid as { serialNumber?: unknown }).serialNumber));
  if (!signed || !signer || !certificate) return unreadable;
  const content = Buffer.concat([bytes.subarray(0, length), bytes.subarray(next, next + rest)]);
  const about = { coversAll, subject: subjectOf(certificate), fingerprint: fingerprintOf(certificate), notBefore: certificate.notBefore.value, notAfter: certificate.notAfter.value, timestamped: signer.unsignedAttrs?.attributes.some(({ type }) => type === oids.timestamp) ?? false };
  if (!digestOf(signed).equals(createHash('sha256').update(content).digest())) return { ...about, valid: false, problem: 'changed' };
  const right = names(signed, certificate) && (await signed.verify({ signer: 0, data: bufferOf(content), checkChain: false }).catch(() => false));
  return right ? { ...about, valid: true } : { ...about, valid: false, problem: 'notByCertificate' };
}

function signedData(der: Buffer): SignedData | undefined {
  try {
    const info = new ContentInfo({ schema: fromBER(bufferOf(der)).result });
    return info.contentType === ContentInfo.SIGNED_DATA ? new SignedData({ schema: info.content }) : undefined;
  } catch {
    return undefined;
  }
}

const attributeOf = (signed: SignedData, oid: string): unknown => signed.signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === oid)?.values[0];

function digestOf(signed: SignedData): Buffer {
  const value = attributeOf(signed, oids.messageDigest);
  return value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : Buffer.alloc(0);
}

/** Whether the signed attributes name this certificate (ESSCertIDv2, SHA-256). */
function names(signed: SignedData, certificate: Certificate): boolean {
  let value = attributeOf(signed, oids.signingCertificate);
  while (value instanceof Sequence) value = value.valueBlock.value[0];
  return value instanceof OctetString && Buffer.from(value.valueBlock.valueHexView).toString('hex') === fingerprintOf(certificate);
}
