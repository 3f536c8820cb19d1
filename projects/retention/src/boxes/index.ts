export { boxesOf, type ConcernedBox } from './boxes-of.js';
export { boxesSettled } from './state.js';
export { boxRoutes } from './routes.js';
