import type { Routes } from '../http/routes.js';
import type { Webscripts } from '../http/webscript.js';
import { executionQueue } from './execution-queue.js';
import { nextActionWebscript } from './next-action-webscript.js';
import { scheduleRoutes } from './schedule-routes.js';
import { scheduleWebscripts } from './schedule-webscripts.js';
import { transferRoutes } from './transfer-routes.js';

/** Retention: its schedules, what is next, and doing it. */
export function dispositionRoutes(route: Routes, script: Webscripts): void {
  scheduleRoutes(route);
  transferRoutes(route);
  scheduleWebscripts(script);
  nextActionWebscript(script);
  executionQueue(script);
}
