import { readFile } from 'node:fs/promises';
import type { Repository } from '@bannette/alfresco';
import { z } from 'zod';

const people = z.array(z.object({ id: z.string(), firstName: z.string(), lastName: z.string(), email: z.string(), role: z.string(), groups: z.array(z.string()) }));
export type DemoPerson = z.infer<typeof people>[number];

/** Password of every demo account: known to all, for trying out only. */
export const demoPassword = 'bannette';

export async function demoPeople(): Promise<readonly DemoPerson[]> {
  return people.parse(JSON.parse(await readFile(new URL('../../../../alfresco-config/demo/people.json', import.meta.url), 'utf8')));
}

/** Makes the demo's accounts and puts them, and `admin`, into their groups; doing it twice does no harm. Answers how many were made. */
export async function createDemoPeople(administrator: Repository): Promise<number> {
  let made = 0;
  for (const { id, firstName, lastName, email, groups } of await demoPeople()) {
    if (!(await administrator.people.find(id))) {
      await administrator.people.create({ id, firstName, lastName, email, password: demoPassword });
      made++;
    }
    for (const group of groups) await administrator.groups.addMember(group, id);
  }
  return made;
}
