import { parseArgs } from 'node:util';
import { readConfig, sidecarNames } from '../config.js';
import { loggerFor, serveBannette } from '../serve.js';

/** Runs until SIGTERM or SIGINT, then stops gracefully; a second signal ends at once. */
export async function serveCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
  const config = readConfig(process.env, values.only?.split(',').map((name) => name.trim()) ?? sidecarNames);
  const logger = loggerFor(config);
  const running = await serveBannette(config, logger);
  logger.info({ url: running.url, sidecars: config.only }, 'Bannette is open');
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve(name));
  });
  logger.info({ signal }, 'Bannette is closing');
  await running.stop();
  return 0;
}
