import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { signDetached, type Timestamp } from './cms.js';
import { SealError } from './errors.js';
import type { SealKey } from './key.js';

export interface Signing {
  /** When it is signed, as the signer claims; a timestamp proves it. */
  readonly at: Date;
  readonly reason?: string;
  readonly location?: string;
  /** Name of the field that holds the signature; another one each time. */
  readonly field?: string;
  readonly timestamp?: Timestamp;
}

/** Room for the signature, its certificates and a timestamp. */
const room = 16_384;
const blank = '**********';

/**
 * Signs a PDF as PAdES baseline B asks for it (EN 319 142-1), with a timestamp level T, in an update that leaves every byte of
 * the file where it is: earlier signatures stay right, and PDF/A stays PDF/A. The signature is not drawn on a page.
 *
 * @throws SealError `unreadablePdf`, `signatureTooLong`
 */
export async function signPdf(pdf: Uint8Array, key: SealKey, signing: Signing): Promise<Uint8Array> {
  const prepared = await withPlace(pdf, signing, key.subject);
  const update = prepared.subarray(pdf.length);
  const contents = pdf.length + find(update, `<${'0'.repeat(room * 2)}>`);
  const ranges = pdf.length + find(update, `/ByteRange [ 0 /${blank} /${blank} /${blank} ]`);
  const after = contents + room * 2 + 2;
  const text = `/ByteRange [ 0 ${contents} ${after} ${prepared.length - after}`;
  prepared.write(`${text.padEnd(`/ByteRange [ 0 /${blank} /${blank} /${blank} `.length)}]`, ranges, 'latin1');
  const signature = await signDetached(Buffer.concat([prepared.subarray(0, contents), prepared.subarray(after)]), key, signing.timestamp);
  if (signature.length > room) throw new SealError('signatureTooLong', `The signature takes ${signature.length} bytes`);
  prepared.write(Buffer.from(signature).toString('hex'), contents + 1, 'latin1');
  return prepared;
}

async function withPlace(pdf: Uint8Array, signing: Signing, name: string): Promise<Buffer> {
  try {
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
    addField(document, signing, name);
    return Buffer.from(await document.commit({ useObjectStreams: false }));
  } catch (cause) {
    throw new SealError('unreadablePdf', 'The file can’t be signed', { cause });
  }
}

function addField(document: PDFDocument, { at, reason, location, field }: Signing, name: string): void {
  const { context, catalog } = document;
  const signature = context.register(signatureOf(context, { at, reason, location }, name));
  const page = document.getPage(0);
  const fields = fieldsOf(document);
  // No larger than a point, printed and locked: PDF/A asks for an appearance of larger ones.
  const widget = context.register(context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of(field ?? `Signature${fields.size() + 1}`), F: 132, Rect: [0, 0, 0, 0], P: page.ref, V: signature }));
  fields.push(widget);
  annotate(context, page.node, widget);
  context.assign(document.context.trailerInfo.Root as PDFRef, catalog);
}

function signatureOf(context: PDFContext, { at, reason, location }: Signing, name: string): PDFDict {
  const range = PDFArray.withContext(context);
  [PDFNumber.of(0), ...[1, 2, 3].map(() => PDFName.of(blank))].forEach((part) => range.push(part));
  return context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: range,
    Contents: PDFHexString.of('0'.repeat(room * 2)),
    M: PDFString.fromDate(at),
    Name: PDFHexString.fromText(name),
    ...(reason ? { Reason: PDFHexString.fromText(reason) } : {}),
    ...(location ? { Location: PDFHexString.fromText(location) } : {}),
  });
}

/** The form's fields, of a form that says that it holds signatures and only grows. */
function fieldsOf({ context, catalog }: PDFDocument): PDFArray {
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? context.obj({ Fields: [] });
  if (!catalog.has(PDFName.of('AcroForm'))) catalog.set(PDFName.of('AcroForm'), context.register(form));
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  const fields = form.lookupMaybe(PDFName.of('Fields'), PDFArray) ?? PDFArray.withContext(context);
  form.set(PDFName.of('Fields'), fields);
  return fields;
}

function annotate(context: PDFContext, page: PDFDict, widget: PDFRef): void {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray) ?? PDFArray.withContext(context);
  annotations.push(widget);
  page.set(PDFName.of('Annots'), annotations);
}

function find(bytes: Buffer, text: string): number {
  const at = bytes.indexOf(text, 0, 'latin1');
  if (at === -1) throw new SealError('unreadablePdf', 'The place of the signature was not written as expected');
  return at;
}
