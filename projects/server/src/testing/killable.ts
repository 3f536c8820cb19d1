import { setTimeout as delay } from 'node:timers/promises';
import { alfrescoProxy } from './alfresco-proxy.js';
import { border, type Border, type Trap } from './border.js';
import type { ChildBannette } from './child.js';
import type { TestHouse } from './house.js';
import { postgresProxy } from './postgres-proxy.js';

/** Bannette in a process of its own that hears of its neighbours only through proxies, is killed by a trap, and is started again. */
export interface Killable {
  readonly border: Border;
  /** Where it answers now. */
  readonly url: () => string;
  /** Waits until it answers, after a kill again. */
  open(): Promise<void>;
  /** Waits until it answers and has asked nothing of its neighbours for a fifth of a second. */
  quiet(): Promise<void>;
  /** From now on counts crossings, and kills at the trap. */
  watch(trap?: Trap): void;
  /** How often it was killed. */
  readonly kills: number;
  /** Lines of all its lives. */
  log(): readonly string[];
  close(): Promise<void>;
}

export async function startKillable(house: TestHouse, variables: { readonly [name: string]: string } = {}): Promise<Killable> {
  const frontier = border();
  const alfresco = await alfrescoProxy(house.alfrescoUrl, frontier);
  const postgres = await postgresProxy(house.databaseUrl, frontier);
  const lives: ChildBannette[] = [];
  let url: string | undefined;
  let kills = 0;
  const live = async (): Promise<void> => {
    const child = house.child({ ...variables, ALFRESCO_URL: alfresco.url, DATABASE_URL: postgres.url });
    lives.push(child);
    url = await child.opened;
  };
  let opening = live();
  const kill = (): void => {
    kills++;
    url = undefined;
    const child = lives.at(-1);
    child?.kill();
    alfresco.cut();
    postgres.cut();
    opening = (child?.gone ?? Promise.resolve()).then(live);
    opening.catch(() => undefined);
  };
  const open = async (): Promise<void> => {
    for (let awaited; awaited !== opening; ) {
      awaited = opening;
      // Killed while it was being opened, it's opened again.
      await awaited.catch((error: unknown) => (awaited === opening ? Promise.reject(error) : undefined));
    }
  };
  await opening;
  return {
    border: frontier,
    url: () => {
      if (!url) throw new Error('Bannette is being started again');
      return url;
    },
    open,
    quiet: async () => {
      for (let [before, now] = [-1, frontier.crossings.length]; before !== now || !url; [before, now] = [now, frontier.crossings.length]) {
        await open();
        await delay(200);
      }
    },
    watch: (trap) => frontier.watch(trap, kill),
    get kills() {
      return kills;
    },
    log: () => lives.flatMap(({ log }) => log),
    close: async () => {
      const child = lives.at(-1);
      child?.kill();
      await child?.gone;
      await Promise.all([alfresco.close(), postgres.close()]);
    },
  };
}
