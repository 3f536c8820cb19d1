import type { Settings } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { act, cameInAt, siteOfDoor, type CameIn, type House } from '@bannette/house';

/** It came to the wrong place: another site's mail room takes it, and the rules are tried anew where it has its number. */
export async function passOn(house: House, call: Call<Contract['passOn']>): Promise<Mail> {
  const settings = await house.settings();
  const to = placeOf(call.body.site, settings);
  return act(house, call, {
    action: 'passOn',
    undoable: true,
    change: (mail) => {
      if (mail.site === to.site) throw conflict('sameSite', 'It is there already', { site: call.body.site });
      return {
        set: to,
        entry: { type: 'mail.passedOn', data: { ...toldOf(to), fromSite: mail.site }, personal: { reason: call.body.reason } },
      };
    },
  });
}

function placeOf(said: string, settings: Settings): CameIn {
  const site = siteOfDoor(said);
  if (site !== undefined && !settings.sites.some(({ code }) => code === site)) throw invalid('unknownSite', `There is no site ${site}`, { site });
  return cameInAt(site, settings);
}

/** As the journal tells it, from which a row can be written again. */
export const toldOf = ({ site, mail_rooms }: CameIn): { site: string | null; mailRooms: string[] | null } => ({ site, mailRooms: mail_rooms });
