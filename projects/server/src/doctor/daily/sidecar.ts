import { belongs, houseGroups } from '@bannette/domain';
import { forbidden, serve, type Caller } from '@bannette/http';
import type { House, Sidecar } from '@bannette/house';
import type { Config } from '../../config.js';
import { examine } from '../examine.js';
import { usualLimits } from '../limits.js';
import { worstFirst, type Report } from '../report.js';
import { severityOf, words } from '../words/index.js';
import { keepReport, lastReport } from './keep.js';

const examineTask = 'doctor.examine';
const day = 86_400_000;
/** After a first start: what it starts has come to rest then. Milliseconds. */
const firstLook = 600_000;

/** Looks at the installation once a day, as the service account, and keeps what was found for its administrators. */
export function doctor(house: House, where: { readonly config: Config; readonly alfrescoUrl: string; readonly databaseUrl: string }): Sidecar {
  const look = async (): Promise<Report> => {
    const report = await examine({ ...where, db: house.store.db, settings: await house.settings(), limits: usualLimits, now: house.now });
    await keepReport(house, report);
    return report;
  };
  return {
    name: 'doctor',
    routes: (app) =>
      serve(app, {
        health: async ({ caller }) => shown(requireAdministrator(caller) && (await lastReport(house))),
        examine: async ({ caller }) => shown(requireAdministrator(caller) && (await look())),
      }),
    tasks: {
      [examineTask]: async () => {
        // The next look first: a failure of this one must not be the last.
        await lookAgainAt(house, new Date(Date.now() + day));
        await look();
      },
    },
    start: async () => {
      const last = await lastReport(house);
      await lookAgainAt(house, new Date(last ? Date.parse(last.at) + day : Date.now() + firstLook));
      return async () => undefined;
    },
  };
}

/** One job waits for all processes; whoever takes it looks. */
async function lookAgainAt({ store, entityId }: House, runAt: Date): Promise<void> {
  await store.transaction({ entityId, actor: 'system' }, (tx) => tx.enqueue(examineTask, {}, { key: examineTask, runAt, maxAttempts: 2 }));
}

function requireAdministrator(caller: Caller): true {
  if (!belongs(caller, houseGroups.administrators)) throw forbidden('examine');
  return true;
}

/** A report that an older version kept may have codes that are no more. */
function shown(report: Report | undefined) {
  if (!report) return { checks: [] };
  const checks = worstFirst(report.checks).map((check) => ({
    ...check,
    findings: check.findings.filter(({ code }) => Object.hasOwn(words, code)).map(({ code, params }) => ({ code, severity: severityOf(code), params: { ...params } })),
  }));
  return { at: report.at, checks };
}
