import { SealError } from '@bannette/seal';
import { sealOf } from '../../start/seal.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

const dayMs = 86_400_000;
/** What remains to ask for another certificate. */
const soonDays = 60;

/** The key that daily registers are signed with can be used, today and for a while. */
export const seal = check('seal', 'machine', [], async ({ config, now }) => {
  const key = sealOf(config);
  if (!key) return [finding('sealNotConfigured')];
  try {
    const { subject, notBefore, notAfter } = await key();
    return judgeSeal({ subject, notBefore, notAfter }, now());
  } catch (error) {
    return [finding('sealUnusable', { reason: error instanceof SealError ? error.code : String((error as { code?: unknown }).code ?? 'unknown') })];
  }
});

export function judgeSeal({ subject, notBefore, notAfter }: { readonly subject: string; readonly notBefore: Date; readonly notAfter: Date }, now: Date): readonly Finding[] {
  if (now < notBefore || now > notAfter) return [finding('sealExpired', { subject })];
  const days = Math.floor((notAfter.getTime() - now.getTime()) / dayMs);
  return days < soonDays ? [finding('sealExpiresSoon', { subject, days })] : [];
}

/** The register of each day is closed within the next one. */
export const dailyRegister = check('dailyRegister', 'database', ['db'], async ({ config, db, now }) => {
  const last = await db.selectFrom('register_day').select('day').where('entity_id', '=', config.entityId).orderBy('day', 'desc').limit(1).executeTakeFirst();
  return last && Date.parse(`${last.day}T00:00:00Z`) < now().getTime() - 3 * dayMs ? [finding('registerNotClosed', { day: last.day })] : [];
});
