import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AlfrescoError } from '../error.js';
import { asFailure, type Answer } from '../http/exchange.js';
import type { Sender } from '../http/send.js';

/** Bytes from `start` to `end`, both included, counted from 0. Alfresco does not do ranges from the end, nor several. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

export interface Content {
  /** To be read to its end or destroyed. A broken connection ends it with an AlfrescoError. */
  readonly stream: Readable;
  /** Bytes in the stream. */
  readonly size: number;
  readonly mediaType: string;
  /** 200, or 206 for a range. */
  readonly status: number;
  /** `content-range`, `etag`, `last-modified`, `content-disposition`, `accept-ranges`, as far as Alfresco sent them. */
  readonly headers: Readonly<Record<string, string>>;
}

const passedOn = ['content-range', 'etag', 'last-modified', 'content-disposition', 'accept-ranges'];

export const nodesPath = '/api/-default-/public/alfresco/versions/1/nodes';

/** @param version label of an earlier state; absent: what it is now */
export async function readContent(sender: Sender, id: string, range?: ByteRange, version?: string): Promise<Content> {
  const answer = await sender.stream({
    operation: 'GET /nodes/{nodeId}/content',
    method: 'GET',
    path: `${nodesPath}/${encodeURIComponent(id)}${version === undefined ? '' : `/versions/${encodeURIComponent(version)}`}/content?attachment=false`,
    // As they are: what a proxy packs up on the way has another size.
    headers: { Accept: '*/*', 'Accept-Encoding': 'identity', ...(range && { Range: rangeHeader(range) }) },
  });
  const { status, headers } = answer.response;
  return {
    stream: Readable.from(chunksOf(answer), { objectMode: false }),
    size: Number(headers.get('content-length') ?? 0),
    mediaType: (headers.get('content-type') ?? 'application/octet-stream').split(';')[0]!.trim(),
    status,
    headers: Object.fromEntries(passedOn.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!]] : []))),
  };
}

function rangeHeader({ start, end }: ByteRange): string {
  const sound = Number.isSafeInteger(start) && start >= 0 && (end === undefined || (Number.isSafeInteger(end) && end >= start));
  if (!sound) throw new AlfrescoError('invalid', 'range of a content');
  return `bytes=${start}-${end ?? ''}`;
}

async function* chunksOf({ response, watch }: Answer): AsyncGenerator<Uint8Array> {
  watch.await();
  try {
    for await (const chunk of response.body ?? []) {
      watch.rest();
      yield chunk;
      watch.await();
    }
  } catch (error) {
    throw asFailure('GET /nodes/{nodeId}/content', watch, error);
  } finally {
    watch.rest();
  }
}

/** Digest in hexadecimal of the bytes that the repository gives back, read as a stream. */
export async function digestOf(sender: Sender, id: string, algorithm: 'sha512' | 'sha256'): Promise<string> {
  const hash = createHash(algorithm);
  const { stream } = await readContent(sender, id);
  for await (const chunk of stream) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
