import { createHash } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Attribute, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo, type Certificate } from 'pkijs';
import type { SealKey } from './key.js';

export const oids = { data: '1.2.840.113549.1.7.1', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4', signingCertificate: '1.2.840.113549.1.9.16.2.47', timestamp: '1.2.840.113549.1.9.16.2.14' };

/** Gives an RFC 3161 token (DER) for the SHA-256 of a signature. */
export type Timestamp = (sha256: Uint8Array) => Promise<Uint8Array>;

/**
 * A detached CMS signature as CAdES and PAdES baseline B ask for it (EN 319 122-1): digest, type and certificate are signed,
 * the time of signing isn't (it is the PDF's to say). With a timestamp of the signature it is level T.
 */
export async function signDetached(content: Uint8Array, key: SealKey, timestamp?: Timestamp): Promise<Uint8Array> {
  const { certificate } = key;
  const attribute = (type: string, value: unknown) => new Attribute({ type, values: [value] });
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
        attribute(oids.messageDigest, new OctetString({ valueHex: bufferOf(createHash('sha256').update(content).digest()) })),
        attribute(oids.signingCertificate, signingCertificate(certificate)),
      ],
    }),
  });
  const signed = new SignedData({ version: 1, encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }), signerInfos: [signer], certificates: [certificate, ...key.chain] });
  await signed.sign(key.privateKey as unknown as Parameters<SignedData['sign']>[0], 0, 'SHA-256', bufferOf(content));
  if (timestamp) {
    const token = await timestamp(createHash('sha256').update(Buffer.from(signer.signature.valueBlock.valueHexView)).digest());
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute(oids.timestamp, fromBER(bufferOf(token)).result)] });
  }
  return new Uint8Array(new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) }).toSchema().toBER(false));
}

/** ESSCertIDv2 with its default digest, SHA-256, which DER leaves out. */
function signingCertificate(certificate: Certificate): Sequence {
  const digest = createHash('sha256').update(new Uint8Array(certificate.toSchema().toBER(false))).digest();
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: bufferOf(digest) })] })] })] });
}

export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
