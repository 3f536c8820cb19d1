import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [refusals, entities, counters, settings, journal, consumers]) {
    await sql.raw(statement).execute(db);
  }
}

const refusals = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% of table % is refused', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end $$;
`;

const entities = `
  create table entity (
    id text primary key,
    name text not null,
    time_zone text not null default 'Europe/Paris'
  );
  insert into entity (id, name) values ('default', 'default');
`;

const counters = `
  create table counter (
    entity_id text not null references entity,
    register text not null,
    year integer not null,
    last bigint not null check (last >= 0),
    primary key (entity_id, register, year)
  );

  create function next_number(in_entity_id text, in_register text, in_year integer) returns bigint language sql as $$
    insert into counter as c (entity_id, register, year, last) values (in_entity_id, in_register, in_year, 1)
    on conflict (entity_id, register, year) do update set last = c.last + 1
    returning last
  $$;

  create function refuse_lower_counter() returns trigger language plpgsql as $$
  begin
    if new.last < old.last then
      raise exception 'a counter never goes down' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger counter_never_lower before update on counter for each row execute function refuse_lower_counter();
  create trigger counter_kept before delete or truncate on counter for each statement execute function refuse_change();
`;

const settings = `
  create table setting_version (
    entity_id text not null references entity,
    kind text not null,
    version integer not null check (version > 0),
    data jsonb not null,
    published_at timestamptz(3) not null default now(),
    published_by text not null,
    comment text,
    primary key (entity_id, kind, version)
  );
  create trigger setting_version_immutable before update or delete or truncate on setting_version
    for each statement execute function refuse_change();
  alter table setting_version enable always trigger setting_version_immutable;
`;

const journal = `
  create table journal (
    seq bigint primary key check (seq > 0),
    entity_id text not null references entity,
    at timestamptz(3) not null,
    type text not null,
    subject_kind text not null,
    subject_id text not null,
    actor text not null,
    on_behalf_of text,
    correlation_id text,
    body text not null,
    data jsonb not null generated always as (body::jsonb -> 'data') stored,
    private_digest bytea,
    prev_hash bytea not null,
    hash bytea not null,
    check (hash = sha256(prev_hash || convert_to(body, 'UTF8')))
  );
  create index journal_subject on journal (subject_kind, subject_id, seq);

  create table journal_private (
    seq bigint primary key references journal,
    data jsonb not null,
    salt bytea not null
  );

  create table journal_head (
    id integer primary key default 1 check (id = 1),
    seq bigint not null,
    hash bytea not null
  );
  insert into journal_head (seq, hash) values (0, '\\x0000000000000000000000000000000000000000000000000000000000000000');

  create trigger journal_append_only before update or delete or truncate on journal
    for each statement execute function refuse_change();
  create trigger journal_private_unchanged before update or truncate on journal_private
    for each statement execute function refuse_change();
  create trigger journal_head_kept before delete or truncate on journal_head
    for each statement execute function refuse_change();
  alter table journal enable always trigger journal_append_only;
  alter table journal_private enable always trigger journal_private_unchanged;
  alter table journal_head enable always trigger journal_head_kept;

  create function announce_journal() returns trigger language plpgsql as $$
  begin
    perform pg_notify('bannette_journal', '');
    return null;
  end $$;
  create trigger journal_announced after insert on journal for each statement execute function announce_journal();
`;

const consumers = `
  create table consumer_cursor (
    name text primary key,
    seq bigint not null default 0,
    attempts integer not null default 0,
    next_attempt_at timestamptz
  );
  create table consumer_failure (
    name text not null references consumer_cursor,
    seq bigint not null references journal,
    attempts integer not null,
    error text not null,
    failed_at timestamptz not null,
    replay_requested boolean not null default false,
    primary key (name, seq)
  );
`;
