import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = fileURLToPath(new URL('../../../../dist/workspace-app/browser/', import.meta.url));

/** Serves the workspace at `/` under a content policy that lets it load nothing from elsewhere. */
export async function serveWorkspace(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
  if (!existsSync(folder)) {
    app.log.warn('The workspace is not built; run `npm run build`');
    return;
  }
  await app.register(files, { root: folder, maxAge: '1h', setHeaders: (reply, path) => void (path.endsWith('index.html') && reply.header('cache-control', 'no-cache')) });
}
