import type { Database } from '../database/database.js';

const LOCK = 7_203_412;

/**
 * Tables of the event stream and the triggers that watch what the repository consists of. A transaction that is to be told
 * says so (`embedded.events`); its changes lie in `event_change` until just before its commit, when events are made of them.
 */
const statements: readonly string[] = [
  'create table if not exists event_subscription (id bigint generated always as identity primary key, container text not null, link text not null, unique (container, link))',
  'create table if not exists event_message (seq bigint generated always as identity primary key, body text not null)',
  `create table if not exists event_pending (
     subscription bigint not null references event_subscription on delete cascade, message bigint not null references event_message on delete cascade,
     attempts int not null default 0, primary key (subscription, message))`,
  'create index if not exists event_pending_message on event_pending (message)',
  'create unlogged table if not exists event_change (seq bigint generated always as identity, tx xid8 not null default pg_current_xact_id(), source text not null, before jsonb, after jsonb)',
  'create index if not exists event_change_tx on event_change (tx)',
  `create or replace function event_capture() returns trigger language plpgsql as $$
   begin
     if current_setting('embedded.events', true) is distinct from 'on' then return null; end if;
     insert into embedded.event_change (source, before, after)
       values (tg_table_name, case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
     return null;
   end $$`,
  ...['node', 'child', 'peer'].map((table) => `create or replace trigger event_capture after insert or update or delete on ${table} for each row execute function event_capture()`),
];

/** Safe to be run at every start. */
export async function prepareEvents(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.rows('select pg_advisory_xact_lock($1)', [LOCK]);
    for (const statement of statements) await sql.rows(statement);
    await sql.rows('delete from event_change');
  });
}
