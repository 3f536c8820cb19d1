import type { House, Sidecar } from '@bannette/house';
import { tellFollowers } from './followers.js';
import { tellLateHandOvers } from './late-hand-overs.js';
import { Hub } from './live/hub.js';
import { liveRoutes } from './live/routes.js';
import { writeLetter } from './post/letter.js';
import { noticeLetterTask, spreadNotice, spreadNoticeTask } from './post/plan.js';
import { openPost, type MailOptions } from './post/post.js';
import { tellReminders } from './reminders.js';
import { rgpdRoutes } from './routes.js';
import { mailNotice } from './send.js';
import { tellOfDelegations, tellOfWork } from './tell-work.js';
import { mailNoticeTask, tellOfClocks, tellWhatFallsDue } from './tell.js';

/** RGPD: people are told before anything of theirs may be eliminated; and of all else that they are told, in the workspace, live, and by e-mail as each chooses. */
export function rgpd(house: House, options: MailOptions): Sidecar {
  const post = openPost(options);
  const hub = new Hub(house);
  return {
    name: 'rgpd',
    routes: (app) => {
      rgpdRoutes(house, app, post.sends);
      liveRoutes(house, app, hub);
    },
    tasks: { [mailNoticeTask]: mailNotice(house, options), [spreadNoticeTask]: spreadNotice(house, post), [noticeLetterTask]: writeLetter(house, post) },
    listens: [tellWhatFallsDue(house), tellOfClocks(house), tellLateHandOvers(house), tellFollowers(), tellReminders(house), tellOfWork(house), tellOfDelegations()],
    start: async () => {
      hub.start();
      return async () => hub.stop();
    },
  };
}

export { notify } from './tell.js';
export { unreadNotices } from './unread.js';
export { Hub } from './live/hub.js';
export type { MailOptions };
