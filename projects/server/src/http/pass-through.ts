import proxy from '@fastify/http-proxy';
import { Problem } from '@bannette/http';
import type { FastifyInstance } from 'fastify';

/**
 * Whether a path reaches AGS's legacy webscripts, through whichever of Alfresco's servlets and however it is spelt: any
 * signed-in user could delete the visa event there (seen on a real AGS).
 */
export function isBlocked(rawUrl: string): boolean {
  const path = normalise(rawUrl.split(/[?#]/)[0] ?? '');
  return path === undefined || /^\/alfresco\/(s|service|wcs|wcservice)\/api\/rma(\/|$)/.test(path);
}

/** The path as a servlet container reads it; undefined for one that it should not be given. */
function normalise(path: string): string | undefined {
  let decoded = path;
  for (let round = 0; round < 3; round++) {
    try {
      const next = decodeURIComponent(decoded);
      if (next === decoded) break;
      decoded = next;
    } catch {
      return undefined;
    }
  }
  if (/[\\\0]/.test(decoded)) return undefined;
  const segments: string[] = [];
  for (const segment of decoded.toLowerCase().split('/').map((part) => part.split(';')[0] ?? '')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** Passes `/alfresco` through, so that ADF and the workspace are of one origin. */
export async function passThrough(app: FastifyInstance, alfrescoUrl: string): Promise<void> {
  await app.register(proxy, {
    upstream: alfrescoUrl,
    prefix: '/alfresco',
    rewritePrefix: '/alfresco',
    http2: false,
    // The library would log each address, and with it the words that people search for.
    disableRequestLogging: true,
    undici: { connections: 64 },
    preHandler: async (request) => {
      if (isBlocked(request.raw.url ?? '')) throw new Problem(403, 'forbidden', 'The records webscripts are not passed through');
    },
    replyOptions: { onError: (reply) => void reply.code(503).send({ code: 'repositoryUnavailable', message: 'Alfresco does not answer' }) },
  });
}
