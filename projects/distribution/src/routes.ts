import { serve } from '@bannette/http';
import { linesOf, type House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { clocksPage } from './clocks/list.js';
import { countFound, findMails, searchMails } from './search.js';
import { myTrays, trayPage, traySelection } from './trays/mine.js';
import { pinTrays } from './trays/pins.js';
import { changeTray, removeTray, savedTrays, saveTray } from './trays/saved.js';

export function distributionRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    trays: (call) => myTrays(house, call),
    trayMails: (call) => trayPage(house, call),
    traySelection: (call) => traySelection(house, call),
    pinTrays: (call) => pinTrays(house, call),
    savedTrays: (call) => savedTrays(house, call),
    saveTray: (call) => saveTray(house, call),
    changeTray: (call) => changeTray(house, call),
    removeTray: (call) => removeTray(house, call),
    findMails: async ({ body, caller }) => {
      const { rows, next } = await findMails(house, caller, body);
      return { items: linesOf(house, caller, await house.settings(), rows), next };
    },
    countFound: ({ body, caller }) => countFound(house, caller, body.query),
    clocks: (call) => clocksPage(house, call),
    search: async ({ query, caller }) => {
      const settings = await house.settings();
      const { rows, next } = await searchMails(house, caller, query);
      return { items: linesOf(house, caller, settings, rows), next };
    },
  });
}
