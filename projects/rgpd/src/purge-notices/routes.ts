import type { Handlers } from '@bannette/http';
import type { House } from '@bannette/house';
import { acknowledge, warningsOf } from './acknowledge.js';
import { forecastOf, servicesToForecast } from './forecast.js';
import { purges } from './purges.js';
import { personalTerms } from './terms.js';

/** Purges that are to come and that were, who took note of them, and terms of personal data. */
export const purgeRoutes = (house: House): Handlers => ({
  purges: ({ caller, query }) => purges(house, caller, query),
  purgeForecast: async ({ caller }) => forecastOf(house, servicesToForecast(caller, await house.settings())),
  purgeWarnings: ({ caller, params }) => warningsOf(house, caller, params.id),
  acknowledgePurge: (call) => acknowledge(house, call),
  personalTerms: ({ caller }) => personalTerms(house, caller),
});
