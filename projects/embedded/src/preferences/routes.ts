import { denied, relationNotFound } from '../http/errors.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { jsonOf, type Webscripts } from '../http/webscript.js';
import { requirePerson } from '../people/routes.js';
import type { Session } from '../repository.js';

type Preferences = Readonly<Record<string, unknown>>;

/** `{a: {b: 1}}` as `a.b = 1`: that is how preferences are named. */
function flattened(tree: Readonly<Record<string, unknown>>, above = ''): Preferences {
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? flattened(value as Record<string, unknown>, `${above}${key}.`) : { [above + key]: value })) as Preferences;
}

/** @throws AcsError 403, 404 */
async function preferencesOf(session: Session, given: string): Promise<{ id: string; kept: Preferences }> {
  const person = await requirePerson(session, given);
  if (person.id !== session.caller.user && !session.caller.admin) throw denied();
  return { id: person.id, kept: (person.details['preferences'] as Preferences | undefined) ?? {} };
}

/** What people's clients remember for them. Marks of favourites are kept apart and not told here. */
export function preferenceRoutes(route: Routes, script: Webscripts): void {
  route('GET', 'people/:personId/preferences', async ({ session, param, page }) => {
    const { kept } = await preferencesOf(session, param('personId'));
    return paged(Object.entries(kept).sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, value]) => ({ id, value })), page);
  });

  route('GET', 'people/:personId/preferences/:name', async ({ session, param }) => {
    const { id, kept } = await preferencesOf(session, param('personId'));
    const value = kept[param('name')];
    if (value === undefined) throw relationNotFound(id, param('name'));
    return { id: param('name'), value };
  });

  script('POST', 'people/:personId/preferences', async (exchange) => {
    const given = flattened(await jsonOf(exchange));
    return exchange.write(async (session) => {
      const { id, kept } = await preferencesOf(session, exchange.param('personId'));
      await session.sql.rows(`update person set details = details || $2 where id = $1`, [id, JSON.stringify({ preferences: { ...kept, ...given } })]);
      return {};
    });
  });
}
