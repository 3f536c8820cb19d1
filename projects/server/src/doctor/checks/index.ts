import type { Check } from '../check.js';
import { serviceAccounts } from './accounts.js';
import { antivirus } from './antivirus.js';
import { certificates } from './certificates.js';
import { clocks } from './clocks.js';
import { database, databaseReach } from './database.js';
import { disk } from './disk.js';
import { eventBroker } from './events.js';
import { fields } from './fields.js';
import { groups } from './groups.js';
import { journal, journalSeals } from './journal.js';
import { trayCounts, unappliedMails } from './mails.js';
import { model } from './model.js';
import { places } from './places.js';
import { programs } from './programs.js';
import { jobs, journalConsumers } from './queue.js';
import { recordsDoor } from './records-door.js';
import { recordsEvents } from './records-events.js';
import { eliminations } from './eliminations.js';
import { recordsKept } from './records-kept.js';
import { recordsRoles } from './records-roles.js';
import { reach, version } from './repository.js';
import { scanners } from './scanners.js';
import { schedules } from './schedules.js';
import { searchIndex } from './search-index.js';
import { dailyRegister, seal } from './seal.js';
import { smtp } from './smtp.js';
import { timed } from './timed.js';
import { spool } from './spool.js';

/** Everything that the doctor looks at, in the order of a page: first what the rest needs. */
export const allChecks: readonly Check[] = [
  reach, version, model, fields, searchIndex, eventBroker,
  serviceAccounts, places, groups,
  recordsRoles, recordsEvents, recordsDoor, schedules, recordsKept, eliminations,
  databaseReach, database, journal, journalSeals, dailyRegister,
  jobs, timed, journalConsumers, unappliedMails, trayCounts,
  disk, scanners, spool, programs, antivirus, seal,
  smtp,
  clocks, certificates,
];
