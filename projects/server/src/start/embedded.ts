import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface EmbeddedProcess {
  readonly url: string;
  readonly eventsUrl: string;
  stop(): Promise<void>;
}

/** Starts the embedded repository in a process of its own; it ends by itself when ours does, however that happens. */
export async function startEmbeddedProcess(options: { databaseUrl: string; dataDir: string; port?: number; oidcIssuer?: string }): Promise<EmbeddedProcess> {
  const child = fork(fileURLToPath(import.meta.resolve('@bannette/embedded/main')), {
    env: { ...process.env, EMBEDDED_DATABASE_URL: options.databaseUrl, EMBEDDED_CONTENT: join(options.dataDir, 'alfresco'), EMBEDDED_PORT: String(options.port ?? 0), ...(options.oidcIssuer ? { EMBEDDED_OIDC_ISSUER: options.oidcIssuer } : {}) },
  });
  const ready = once(child, 'message').then(([message]) => message as { url: string; eventsUrl: string });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The embedded repository did not start (exit ${String(code)})`)));
  const { url, eventsUrl } = await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return {
    url,
    eventsUrl,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
