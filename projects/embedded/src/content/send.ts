import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Repository } from '../repository.js';
import { OCTETS } from './mimetypes.js';
import { rangeOf } from './range.js';

export interface Sendable {
  readonly name: string;
  readonly contentKey: string | null;
  readonly mimeType: string | null;
  readonly size: number | null;
  readonly encoding: string | null;
  readonly modified: Date;
}

const percent = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`).replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase());
const latin = (name: string): string => [...name].map((one) => (one.charCodeAt(0) > 255 ? ' ' : one)).join('').replace(/["\r\n]/g, ' ');

/** Types that a browser would run in the page's own origin: always handed over as a file. */
const active = new Set(['text/html', 'image/svg+xml', 'text/xml', 'application/xhtml+xml', 'application/x-javascript']);

/**
 * Sends a node's bytes with ACS's headers, its habits with ranges and dates included.
 * @param attachment false lets a browser show them in place
 */
export async function sendContent(repository: Repository, request: FastifyRequest, reply: FastifyReply, file: Sendable, attachment: boolean): Promise<FastifyReply> {
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  const modified = Math.floor(file.modified.getTime() / 1000) * 1000;
  if (!Number.isNaN(since) && modified <= since) return reply.code(304).send();
  const size = file.size ?? 0;
  const mimeType = file.mimeType ?? OCTETS;
  reply.header('x-frame-options', 'SAMEORIGIN').header('x-content-type-options', 'nosniff').header('accept-ranges', 'bytes').header('content-type', `${mimeType};charset=${file.encoding ?? 'UTF-8'}`);
  if (attachment || active.has(mimeType)) reply.header('content-disposition', `attachment; filename="${latin(file.name)}"; filename*=UTF-8''${percent(file.name)}`);
  const range = rangeOf(request.headers.range, size);
  if (range.kind === 'outside') return reply.code(416).header('content-range', '"*"').header('content-length', '0').send('');
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, size - 1];
  reply.header('content-range', `bytes ${start}-${end}/${size}`).header('content-length', String(end - start + 1));
  if (range.kind === 'part') reply.code(206);
  else reply.header('etag', `"${file.modified.getTime()}"`).header('last-modified', new Date(modified).toUTCString()).header('cache-control', 'max-age=0, no-cache');
  if (file.contentKey === null || size === 0) return reply.send('');
  return reply.send(repository.files.read(file.contentKey, { start, end }));
}
