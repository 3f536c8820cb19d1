import { belongs, mailRoomGroup, type Person, type Settings } from '@bannette/domain';
import { notFound, serve } from '@bannette/http';
import { toLine, type House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { clocksPage } from './clocks/list.js';
import { pageOfTray } from './page.js';
import { searchMails } from './search.js';
import { countTrays, traysOf, type Tray } from './trays.js';

/** A tray that is not worth showing while it is empty: a retired service's, or that of a mail room whose work one may do beside one's own. */
const isIdle = ({ id, setting, site }: Tray, caller: Person, { services }: Settings, counts: ReadonlyMap<string, { readonly open: number }>): boolean =>
  !counts.get(id)?.open && (!!services.find(({ code }) => code === setting?.service)?.retired || (site !== undefined && !belongs(caller, mailRoomGroup(site))));

export function distributionRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    trays: async ({ caller }) => {
      const settings = await house.settings();
      const trays = traysOf(caller, settings, house.now());
      const counts = await countTrays(house, trays);
      return {
        items: trays.filter((tray) => !isIdle(tray, caller, settings, counts)).map(({ id, kind, setting, site }) => ({
          id,
          kind,
          label: setting?.label,
          service: setting?.service,
          serviceLabel: settings.services.find(({ code }) => code === setting?.service)?.label,
          site,
          siteLabel: site && (settings.sites.find(({ code }) => code === site)?.label ?? site),
          ...(counts.get(id) ?? { open: 0, late: 0 }),
        })),
      };
    },
    trayMails: async ({ params, query, caller }) => {
      const settings = await house.settings();
      const tray = traysOf(caller, settings, house.now()).find(({ id }) => id === params.id);
      if (!tray) throw notFound('tray');
      const { rows, next } = await pageOfTray(house, tray, query);
      return { items: rows.map((row) => toLine(row, { person: caller, settings, now: house.now() })), next };
    },
    clocks: (call) => clocksPage(house, call),
    search: async ({ query, caller }) => {
      const settings = await house.settings();
      const { rows, next } = await searchMails(house, caller, query);
      return { items: rows.map((row) => toLine(row, { person: caller, settings, now: house.now() })), next };
    },
  });
}
