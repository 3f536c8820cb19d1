import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from '../database/database.js';

/** An unused ticket dies after an hour, as in ACS. */
const LIFE_MINUTES = 60;

const digest = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');

export async function issueTicket(sql: Sql, person: string): Promise<string> {
  const ticket = `TICKET_${randomBytes(20).toString('hex')}`;
  await sql.rows('delete from ticket where expires < now()');
  await sql.rows('insert into ticket (digest, person, expires) values ($1, $2, now() + make_interval(mins => $3))', [digest(ticket), person, LIFE_MINUTES]);
  return ticket;
}

/** The person whom a live ticket stands for; its life begins anew (written at most once a minute). */
export async function ticketHolder(sql: Sql, ticket: string): Promise<string | undefined> {
  const found = await sql.one<{ person: string; stale: boolean }>(
    `select t.person, t.expires < now() + make_interval(mins => $2) as stale from ticket t join person p on p.id = t.person where t.digest = $1 and t.expires > now() and p.enabled`,
    [digest(ticket), LIFE_MINUTES - 1],
  );
  if (found?.stale === true) await sql.rows('update ticket set expires = now() + make_interval(mins => $2) where digest = $1', [digest(ticket), LIFE_MINUTES]);
  return found?.person;
}

export async function revokeTicket(sql: Sql, ticket: string): Promise<void> {
  await sql.rows('delete from ticket where digest = $1', [digest(ticket)]);
}
