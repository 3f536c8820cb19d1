export { ConfigError, readConfig, sidecarNames, type Config, type SidecarName } from './config.js';
export { loggerFor, serveBannette, type Running } from './serve.js';
export { drawSheet, type Sheet } from '@bannette/capture';
export { announceDue, endCurrentUse } from '@bannette/retention';
export { importBacklog, readBacklog } from './start/import-backlog.js';
export { demoPassword, demoPeople, type DemoPerson } from './start/demo-people.js';
