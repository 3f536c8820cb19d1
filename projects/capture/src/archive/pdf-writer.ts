import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

/** Number of an object in the file that is written. */
export type ObjectNumber = number;

/** Version, and the comment that says the file holds bytes beyond ASCII (ISO 19005-2 §6.1.2). */
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/**
 * Writes a PDF object by object: what is written is forgotten, so a file of many pages needs the memory of one. The same
 * objects give the same bytes.
 */
export class PdfWriter {
  private readonly fd: number;
  private readonly offsets: number[] = [0];
  private readonly digest = createHash('sha256');
  private length = 0;

  constructor(path: string) {
    this.fd = openSync(path, 'w');
    this.write(HEADER);
  }

  /** A number for an object that is written later. */
  reserve(): ObjectNumber {
    return this.offsets.push(0) - 1;
  }

  put(body: string, number = this.reserve()): ObjectNumber {
    this.begin(number);
    this.write(Buffer.from(`${body}\nendobj\n`, 'latin1'));
    return number;
  }

  /** @param entries of the dictionary, without `Length` */
  putStream(entries: string, bytes: Uint8Array, number = this.reserve()): ObjectNumber {
    this.begin(number);
    this.write(Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'));
    this.write(bytes);
    this.write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    return number;
  }

  /** The same, compressed. */
  putDeflated(entries: string, bytes: Uint8Array | string, number?: ObjectNumber): ObjectNumber {
    return this.putStream(`${entries} /Filter /FlateDecode`, deflateSync(bytes), number);
  }

  /** Writes the table of objects and the trailer, and closes the file. */
  end(catalog: ObjectNumber): void {
    const rows = this.offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const id = this.digest.copy().digest('hex').slice(0, 32);
    const table = this.length;
    this.write(Buffer.from(`xref\n0 ${this.offsets.length}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${this.offsets.length} /Root ${catalog} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${table}\n%%EOF\n`, 'latin1'));
    this.close();
  }

  close(): void {
    closeSync(this.fd);
  }

  private begin(number: ObjectNumber): void {
    this.offsets[number] = this.length;
    this.write(Buffer.from(`${number} 0 obj\n`, 'latin1'));
  }

  private write(bytes: Uint8Array): void {
    this.digest.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.fd, bytes, at);
    this.length += bytes.length;
  }
}

/** A number as PDF writes it: never with an exponent. */
export function real(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '');
}

export const reals = (values: readonly number[]): string => values.map(real).join(' ');
