import { flawsBefore, registerBehind, registerSetting, type RegisterSetting } from '@bannette/domain';
import { invalid } from '@bannette/http';
import type { House } from '@bannette/house';

/**
 * Refuses a register whose numbers could be those that were given before, under an earlier version of the settings.
 *
 * @throws Problem 422 `settingsFlaw`
 */
export async function requireNewNumbers(house: House, registers: readonly RegisterSetting[]): Promise<void> {
  const { db } = house.store;
  const versions = await db.selectFrom('setting_version').select('data').where('entity_id', '=', house.entityId).where('kind', '=', 'registers').orderBy('version').execute();
  const begun = await db.selectFrom('counter').select('register').where('entity_id', '=', house.entityId).execute();
  const before = versions.flatMap(({ data }) => registerSetting.array().safeParse(data).data ?? []).filter((old) => begun.some(({ register }) => registerBehind([old], register)));
  const [flaw] = flawsBefore(registers, before);
  if (flaw) throw invalid('settingsFlaw', 'Numbers that were given before could be given again', { path: flaw.path, code: flaw.code, value: flaw.value });
}
