import { hasCode } from '@bannette/alfresco';
import { reasonOf } from './accounts.js';
import type { Check, Need } from './check.js';
import { allChecks } from './checks/index.js';
import { finding, outcomeOf, type CheckResult, type LeftOut, type Report } from './report.js';
import { lookAround, type Given, type Surroundings } from './surroundings.js';

/** Looks at the whole installation and changes nothing, but for a file of a few bytes that it writes to the spool and removes. */
export async function examine(given: Given, checks: readonly Check[] = allChecks): Promise<Report> {
  const surroundings = await lookAround(given);
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await carryOut(check, surroundings));
  return { at: given.now().toISOString(), checks: results };
}

const reasons: { readonly [need in Need]: LeftOut } = { eyes: 'alfresco', service: 'service', records: 'records', db: 'database' };

async function carryOut(check: Check, surroundings: Surroundings): Promise<CheckResult> {
  const about = { check: check.name, area: check.area };
  const missing = check.needs.find((need) => !surroundings[need]);
  if (missing) return { ...about, outcome: 'leftOut', findings: [], leftOut: missing === 'records' && !surroundings.eyes ? 'alfresco' : reasons[missing] };
  try {
    const findings = await check.run(surroundings);
    return { ...about, outcome: outcomeOf(findings), findings };
  } catch (error) {
    // What the service account may not look at, an administrator may.
    if (isDenied(error) && !surroundings.eyes?.isAdministrator) return { ...about, outcome: 'leftOut', findings: [], leftOut: 'administrator' };
    return { ...about, outcome: 'error', findings: [finding('checkFailed', { reason: reasonOf(error) })] };
  }
}

/** AGS's older webscripts say 500 to who may not. */
function isDenied(error: unknown): boolean {
  return hasCode(error, 'forbidden') || (hasCode(error, 'failed') && /access denied/i.test(error.errorKey ?? ''));
}
