import { AcsError, denied } from '../http/errors.js';
import type { Handler, Routes } from '../http/routes.js';
import type { Webscripts } from '../http/webscript.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { holdRoutes } from './hold-routes.js';
import { holdWebscripts } from './hold-webscripts.js';
import { placeRoutes } from './place-routes.js';
import { recordRoutes } from './record-routes.js';
import { siteRoutes } from './site-routes.js';

/** This API has its own words for what the rest of the repository merely denies. */
const inItsWords = (handler: Handler): Handler => async (exchange) => {
  try {
    return await handler(exchange);
  } catch (error) {
    throw error instanceof AcsError && error.key === denied().key ? accessDenied() : error;
  }
};

/** Records management's REST API, as far as it is about records, their places and holds. */
export function recordsRoutes(route: Routes, script: Webscripts): void {
  const worded: Routes = (method, path, handler, ...status) => route(method, path, inItsWords(handler), ...status);
  for (const offer of [siteRoutes, placeRoutes, recordRoutes, holdRoutes]) offer(worded);
  holdWebscripts(script);
}
