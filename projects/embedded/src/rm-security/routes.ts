import type { Routes } from '../http/routes.js';
import type { Webscripts } from '../http/webscript.js';
import { auditWebscripts } from './audit-webscripts.js';
import { customPropertyWebscripts } from './custom-property-webscripts.js';
import { eventWebscripts } from './event-webscripts.js';
import { listsWebscripts } from './lists-webscripts.js';
import { permissionWebscript } from './permission-webscript.js';
import { roleRoutes } from './role-routes.js';
import { roleWebscripts } from './role-webscripts.js';

/** Who may do what in the file plan, and what was done. */
export function rmSecurityRoutes(route: Routes, script: Webscripts): void {
  roleRoutes(route);
  for (const offer of [roleWebscripts, eventWebscripts, permissionWebscript, auditWebscripts, listsWebscripts, customPropertyWebscripts]) offer(script);
}
