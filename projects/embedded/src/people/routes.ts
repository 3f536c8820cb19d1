import { AcsError, badRequest, notFound, unsupported } from '../http/errors.js';
import { personBody } from '../http/body.js';
import { listed } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import type { Session } from '../repository.js';
import { createPerson } from './create.js';
import { findPerson, shownPerson, type Person } from './person.js';
import { updatePerson } from './update.js';

/** `-me-` is the caller. @throws AcsError 404 */
export async function requirePerson(session: Session, given: string): Promise<Person> {
  const person = await findPerson(session.sql, given === '-me-' ? session.caller.user : given);
  if (person === undefined) throw notFound(given);
  return person;
}

const sortable: Readonly<Record<string, string>> = { id: 'lower(id)', firstName: `lower(details->>'firstName')`, lastName: `lower(details->>'lastName')` };

function order(orderBy: string | undefined): string {
  const terms = (orderBy ?? 'id').split(',').map((term) => term.trim().split(/\s+/));
  return terms.map(([field = '', direction = 'ASC']) => {
    const column = sortable[field];
    if (column === undefined) throw badRequest(`Invalid sort field: ${field}`);
    return `${column} ${/^desc$/i.test(direction) ? 'desc' : 'asc'}`;
  }).join(', ');
}

export function peopleRoutes(route: Routes): void {
  route('GET', 'people', async ({ session, page, query, include }) => {
    const rows = await session.sql.rows<Person & { total: number }>(`select id, enabled, details, count(*) over () as total from person order by ${order(query('orderBy'))} limit $1 offset $2`, [page.max, page.skip]);
    const entries = await Promise.all(rows.map((row) => shownPerson(session, row, include.has('capabilities'))));
    const total = rows[0]?.total ?? (await session.sql.one<{ total: number }>('select count(*) as total from person'))?.total ?? 0;
    return listed(entries, page, total);
  });

  route('POST', 'people', async (exchange) => {
    const body = await exchange.body(personBody);
    const person = await exchange.write((session) => createPerson(session, body));
    return shownPerson(exchange.session, person, true);
  });

  route('GET', 'people/:personId', async ({ session, param }) => shownPerson(session, await requirePerson(session, param('personId')), true));

  route('PUT', 'people/:personId', async (exchange) => {
    const body = await exchange.body(personBody);
    const { id } = await requirePerson(exchange.session, exchange.param('personId'));
    const person = await exchange.write((session) => updatePerson(session, id, body));
    return shownPerson(exchange.session, person, true);
  });

  route('GET', 'people/:personId/avatar', async ({ session, param }) => {
    await requirePerson(session, param('personId'));
    throw new AcsError(404, 'Thumbnail was not found for [avatar]');
  });

  route('DELETE', 'people/:personId', async () => {
    throw unsupported();
  });
}
