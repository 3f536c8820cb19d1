import type { House, Sidecar } from '@bannette/house';
import { distribute } from './distribute.js';
import { distributionRoutes } from './routes.js';

/** Distribution: each mail to its tray, with its readers and its due date; the trays as people see them. */
export function distribution(house: House): Sidecar {
  return { name: 'distribution', routes: (app) => distributionRoutes(house, app), listens: [distribute(house)] };
}
