import { defaults, type AlfrescoConfig } from '../config.js';
import { hasCode } from '../error.js';
import { asFailure, exchange, type Answer, type Ask } from './exchange.js';
import { repeating } from './retry.js';
import type { Session } from './session.js';

/** Sends a request and reads its JSON answer. `safe` requests are repeated when their outcome is unknown. */
export type SendJson = (ask: Ask & { readonly safe: boolean }) => Promise<unknown>;

export interface Sender {
  readonly json: SendJson;
  /** The answer's body is left to the reader. */
  stream(ask: Ask): Promise<Answer>;
}

type Exchange = (ask: Ask) => Promise<Answer>;

export function jsonExchange(config: AlfrescoConfig, ask: Ask & { readonly safe: boolean }, send: Exchange = (once) => exchange(config, once)): Promise<unknown> {
  return repeating(ask.safe ? (config.retries ?? defaults.retries) : 0, async (attempt) => {
    try {
      return await readJson(ask, await send(ask));
    } catch (error) {
      // The first deletion may have been done though its answer was lost.
      if (ask.method === 'DELETE' && attempt > 1 && hasCode(error, 'notFound')) return undefined;
      throw error;
    }
  });
}

export function senderFor(config: AlfrescoConfig, session: Session): Sender {
  const signedIn: Exchange = (ask) => exchangeSignedIn(config, session, ask);
  return {
    json: (ask) => jsonExchange(config, ask, signedIn),
    stream: (ask) => repeating(ask.method === 'GET' ? (config.retries ?? defaults.retries) : 0, () => signedIn(ask)),
  };
}

async function exchangeSignedIn(config: AlfrescoConfig, session: Session, ask: Ask): Promise<Answer> {
  const authorization = await session.authorization();
  try {
    return await exchange(config, ask, authorization);
  } catch (error) {
    if (!hasCode(error, 'unauthorized')) throw error;
    const renewed = await session.renew(authorization);
    if (!renewed) throw error;
    return exchange(config, ask, renewed);
  }
}

/** The answer's body as JSON; undefined when there is none. */
export async function readJson(ask: Ask, { response, watch }: Answer): Promise<unknown> {
  watch.await();
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw asFailure(ask.operation, watch, error);
  } finally {
    watch.rest();
  }
}
