import { serve } from '@bannette/http';
import { timed, type House, type Sidecar } from '@bannette/house';
import { tellFollowers } from './followers.js';
import { tellLateHandOvers } from './late-hand-overs.js';
import { Hub } from './live/hub.js';
import { liveRoutes } from './live/routes.js';
import { writeLetter } from './post/letter.js';
import { noticeLetterTask, spreadNotice, spreadNoticeTask } from './post/plan.js';
import type { Surroundings } from './processings/facts.js';
import { processingRoutes } from './processings/routes.js';
import { tellForecast } from './purge-notices/forecast.js';
import { purgeRoutes } from './purge-notices/routes.js';
import { tellOfCampaigns } from './purge-notices/tell-campaigns.js';
import { tellOfSortings } from './purge-notices/tell-sortings.js';
import { tellTerms } from './purge-notices/tell-terms.js';
import { watchPurges } from './purge-notices/watch.js';
import { tellReminders } from './reminders.js';
import { tellHolds } from './tell-holds.js';
import { rgpdRoutes } from './routes.js';
import { mailNotice } from './send.js';
import { tellOfDelegations, tellOfWork } from './tell-work.js';
import { mailNoticeTask, tellOfClocks, tellWhatFallsDue } from './tell.js';

export interface RgpdOptions extends Surroundings {
  /** Cron expression, in the authority's time zone: purges that are to come, and what nobody took note of. */
  readonly schedule: string;
}

/** RGPD: people are told before anything of theirs may be eliminated; and of all else that they are told, in the workspace, live, and by e-mail as each chooses. */
export function rgpd(house: House, options: RgpdOptions): Sidecar {
  const { post } = house;
  const hub = new Hub(house);
  return {
    name: 'rgpd',
    routes: (app) => {
      rgpdRoutes(house, app, post.sends);
      liveRoutes(house, app, hub);
      serve(app, { ...processingRoutes(house, options), ...purgeRoutes(house) });
    },
    tasks: { [mailNoticeTask]: mailNotice(house, post), [spreadNoticeTask]: spreadNotice(house, post), [noticeLetterTask]: writeLetter(house, post) },
    listens: [tellWhatFallsDue(house), tellOfClocks(house), tellLateHandOvers(house), tellFollowers(), tellReminders(house), tellOfWork(house), tellOfDelegations(), tellHolds(), tellOfCampaigns(house), tellOfSortings(house), tellTerms(house)],
    start: async () => {
      hub.start();
      const { timeZone } = (await house.settings()).authority;
      const daily = { at: options.schedule, timeZone, trouble: 'Of coming purges nobody could be told' };
      const [purges, forecast] = [timed(house, { ...daily, name: 'rgpd.purges' }, () => watchPurges(house)), timed(house, { ...daily, name: 'rgpd.forecast' }, () => tellForecast(house))];
      return async () => {
        await Promise.all([purges.stop(), forecast.stop()]);
        hub.stop();
      };
    },
  };
}

export { notify } from './tell.js';
export { tellForecast } from './purge-notices/forecast.js';
export { watchPurges } from './purge-notices/watch.js';
export { unreadNotices } from './unread.js';
export { Hub } from './live/hub.js';
