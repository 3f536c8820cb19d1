import { changeMail, lockMail, type House, type Listening } from '@bannette/house';

/** Hears that a service is retired, and gives what is open in its trays to those that take over. Its people no longer read it there. */
export function takeOverTrays(house: House): Listening {
  return {
    name: 'distribution.takeOverTrays',
    types: ['service.retired'],
    handle: async ({ data }, tx) => {
      const settings = await house.settings();
      const pairs = Object.entries((data.trays ?? {}) as { readonly [tray: string]: string });
      for (const [from, to] of pairs) {
        const service = settings.trays.find(({ id }) => id === to)?.service;
        if (!service) continue;
        const open = await tx.trx.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where('tray', '=', from).where('state', 'in', ['distributed', 'inProgress']).orderBy('id').execute();
        for (const { id } of open) {
          const mail = await lockMail(tx, id);
          if (mail?.tray !== from || (mail.state !== 'distributed' && mail.state !== 'inProgress')) continue;
          await changeMail(tx, mail, {
            set: { state: 'distributed', tray: to, service, assignee: null, assignee_name: null, copies: mail.copies.filter((code) => code !== service) },
            entry: { type: 'mail.trayMoved', data: { from, tray: to, service } },
          });
        }
      }
    },
  };
}
