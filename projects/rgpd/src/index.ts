import type { House, Sidecar } from '@bannette/house';
import { tellLateHandOvers } from './late-hand-overs.js';
import { rgpdRoutes } from './routes.js';
import { mailNotice, type MailOptions } from './send.js';
import { mailNoticeTask, tellOfClocks, tellWhatFallsDue } from './tell.js';

/** RGPD: people are told before anything of theirs may be eliminated. */
export function rgpd(house: House, options: MailOptions): Sidecar {
  return { name: 'rgpd', routes: (app) => rgpdRoutes(house, app), tasks: { [mailNoticeTask]: mailNotice(house, options) }, listens: [tellWhatFallsDue(house), tellOfClocks(house), tellLateHandOvers(house)] };
}

export type { MailOptions };
