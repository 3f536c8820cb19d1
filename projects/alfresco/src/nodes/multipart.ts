import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { StreamBody } from '../http/exchange.js';

export interface FormFile {
  readonly name: string;
  readonly mediaType: string;
  /** Exact number of bytes that `open` gives. */
  readonly size: number;
  /** Called once for each attempt. */
  open(): Readable | Promise<Readable>;
}

/** A `multipart/form-data` body of small fields and one streamed file (RFC 7578), its length known beforehand. */
export function formWith(fields: Readonly<Record<string, string>>, file: FormFile): { readonly contentType: string; readonly body: StreamBody } {
  const boundary = `bannette-${randomUUID()}`;
  const head = Buffer.from(
    Object.entries(fields)
      .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`)
      .join('') + `--${boundary}\r\nContent-Disposition: form-data; name="filedata"; filename="${escaped(file.name)}"\r\nContent-Type: ${file.mediaType}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: {
      size: head.length + file.size + tail.length,
      async *open() {
        yield head;
        yield* await file.open();
        yield tail;
      },
    },
  };
}

const escaped = (text: string): string => text.replace(/[\r\n"]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
