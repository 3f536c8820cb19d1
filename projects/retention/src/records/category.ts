import { hasCode, isOurPlan, rowMark } from '@bannette/alfresco';
import { dayIn, type ScheduleRow } from '@bannette/domain';
import type { House } from '@bannette/house';
import { rowDrift } from '../schedule/index.js';
import { Refusal } from './refusal.js';

const known = new WeakMap<House, Map<string, string>>();

/**
 * The category that a row is filed under. One is never taken for another: each has its row's period, trigger and fate in its mark.
 * @throws Refusal without agreement, or while an administrator has not made the category with its schedule
 */
export async function categoryOf(house: House, row: ScheduleRow): Promise<{ readonly id: string; readonly mark: string }> {
  const [drift] = await rowDrift(house, row.code);
  if (!row.agreed || drift?.code === 'notAgreed') throw new Refusal('notAgreed', { row: row.code });
  if (drift) throw new Refusal(drift.code === 'categoryMissing' || drift.code === 'scheduleMissing' ? 'noCategory' : 'rowDrift', { row: row.code, drift: drift.code });
  const mark = rowMark(row, false);
  const ids = known.get(house) ?? new Map<string, string>();
  known.set(house, ids);
  const id = ids.get(mark) ?? (await find(house, mark));
  if (!id) throw new Refusal('noCategory', { row: row.code });
  ids.set(mark, id);
  return { id, mark };
}

async function find(house: House, mark: string): Promise<string | undefined> {
  const { plan } = house.repository.records;
  const top = (await plan.topCategories()).find((category) => isOurPlan(category, house.entityId));
  const category = top && (await plan.categories(top.id)).find(({ properties }) => properties['gec:id'] === mark);
  return category?.hasSchedule ? category.id : undefined;
}

/** The category's folder for the month in which it is filed: so none grows without end. */
export async function folderIn(house: House, categoryId: string): Promise<string> {
  const { authority } = await house.settings();
  const name = dayIn(authority.timeZone, house.now()).slice(0, 7);
  const { plan } = house.repository.records;
  const there = async (): Promise<string | undefined> => (await plan.folders(categoryId)).find((folder) => folder.name === name)?.id;
  const found = await there();
  if (found) return found;
  try {
    return (await plan.createFolder(categoryId, name)).id;
  } catch (error) {
    if (!hasCode(error, 'conflict', 'unavailable', 'timeout')) throw error;
    const made = await there();
    if (!made) throw error;
    return made;
  }
}
