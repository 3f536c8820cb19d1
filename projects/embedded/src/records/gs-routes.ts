import type { Routes } from '../http/routes.js';
import { siteRoutes } from './site-routes.js';

/** Records management's REST API, as far as it is about records, their places and holds. */
export function recordsRoutes(route: Routes): void {
  for (const offer of [siteRoutes]) offer(route);
}
