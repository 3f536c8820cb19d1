import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';

const folder = fileURLToPath(new URL('../../../../dist/workspace-app/browser/', import.meta.url));

/** Serves the workspace at `/` under a content policy that lets it load nothing from elsewhere. */
export async function serveWorkspace(app: FastifyInstance, oidc?: Config['oidc']): Promise<void> {
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
        connectSrc: ["'self'", 'blob:', ...(oidc ? [new URL(oidc.issuer).origin] : [])],
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
  if (oidc) app.get('/app.config.json', async (_, reply) => reply.type('application/json').header('cache-control', 'no-cache').send(await signInByOidc(oidc)));
  await app.register(files, { root: folder, maxAge: '1h', setHeaders: (reply, path) => void (path.endsWith('index.html') && reply.header('cache-control', 'no-cache')) });
}

/** ADF's configuration for signing in at the identity service: code flow with PKCE, renewal by refresh token; no password passes here. */
async function signInByOidc(oidc: NonNullable<Config['oidc']>): Promise<object> {
  const plain = JSON.parse(await readFile(`${folder}app.config.json`, 'utf8')) as object;
  return {
    ...plain,
    authType: 'OAUTH',
    oauth2: {
      host: oidc.issuer,
      clientId: oidc.clientId,
      scope: oidc.scope,
      secret: '',
      implicitFlow: false,
      codeFlow: true,
      silentLogin: false,
      redirectUri: '/',
      redirectUriLogout: '/#/login?out=1',
      clockSkewInSec: oidc.clockSkewS,
      requireHttps: oidc.issuer.startsWith('https:') ? 'remoteOnly' : false,
      logoutParameters: [],
    },
  };
}
