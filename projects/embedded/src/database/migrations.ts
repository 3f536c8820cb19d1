import type { Database } from './database.js';

/** Applied in order, once each; never edited after a release, only added to. */
const migrations: readonly string[] = [
  `
  create table well_known (alias text primary key, node uuid not null);
  create table person (id text primary key, key text not null unique, details jsonb not null, password text not null, enabled boolean not null, created timestamptz not null default now());
  create table authority_group (id text primary key, display_name text not null, zones text[] not null);
  create table membership (parent text not null references authority_group on delete cascade, member text not null, primary key (parent, member));
  create index membership_member on membership (member);
  create table ticket (digest text primary key, person text not null references person on delete cascade, expires timestamptz not null);

  create table acl (id bigint generated always as identity primary key, parent bigint references acl on delete set null, inherits boolean not null);
  create index acl_parent on acl (parent);
  create table acl_entry (acl bigint not null references acl on delete cascade, authority text not null, role text not null, allowed boolean not null, local boolean not null);
  create index acl_entry_acl on acl_entry (acl, authority);

  create table node (
    id uuid primary key default gen_random_uuid(), seq bigint generated always as identity,
    type text not null, name text not null, parent uuid, acl bigint not null references acl,
    aspects text[] not null, properties jsonb not null,
    owner text not null, creator text not null, created timestamptz(3) not null, modifier text not null, modified timestamptz(3) not null,
    content_key text, mime_type text, size bigint, encoding text,
    archived boolean not null default false, archived_at timestamptz(3), archived_by text, archived_from uuid, archived_assoc text, archived_owner text
  );
  create index node_parent on node (parent);
  create index node_type on node (type, seq);
  create index node_acl on node (acl);
  create index node_name on node (name);
  create index node_content on node (content_key);
  create index node_archived on node (archived_by) where archived_from is not null;
  create index node_properties on node using gin (properties jsonb_path_ops);
  create index node_aspects on node using gin (aspects);

  create table child (
    parent uuid not null references node on delete cascade, child uuid not null references node on delete cascade,
    assoc_type text not null, name_key text not null, sort_key text collate "C" not null, is_primary boolean not null,
    primary key (parent, assoc_type, name_key)
  );
  create index child_order on child (parent, sort_key);
  create index child_child on child (child);
  create table peer (source uuid not null references node on delete cascade, target uuid not null references node on delete cascade, type text not null, seq bigint generated always as identity, primary key (source, target, type));
  create index peer_target on peer (target);

  create table version (
    node uuid not null references node on delete cascade, seq bigint generated always as identity, label text not null, major boolean not null, comment text,
    type text not null, name text not null, aspects text[] not null, properties jsonb not null, modifier text not null, modified timestamptz(3) not null,
    content_key text, mime_type text, size bigint, encoding text, primary key (node, label)
  );
  create index version_content on version (content_key);
  create table comment (
    id uuid primary key default gen_random_uuid(), seq bigint generated always as identity, node uuid not null references node on delete cascade,
    title text, content text not null, creator text not null, created timestamptz(3) not null, modifier text not null, modified timestamptz(3) not null
  );
  create index comment_node on comment (node, seq);
  create table favorite (person text not null references person on delete cascade, node uuid not null references node on delete cascade, created timestamptz(3) not null default now(), primary key (person, node));
  create table used_name (name text primary key);
  `,
  `create table rating (node uuid not null references node on delete cascade, person text not null references person on delete cascade, scheme text not null, value int not null, rated timestamptz(3) not null default now(), primary key (node, person, scheme))`,
  `
  create table rm_role (name text primary key, display_label text not null, capabilities text[] not null, authority text not null unique, file_plan uuid not null references node on delete cascade);
  create table rm_event (name text primary key, seq bigint generated always as identity, label text not null unique, type text not null);
  insert into rm_event (name, label, type) values
    ('all_allowances_granted_are_terminated', 'All Allowances Granted are Terminated', 'rmEventType.simple'), ('abolished', 'Abolished', 'rmEventType.simple'),
    ('case_closed', 'Case Closed', 'rmEventType.simple'), ('related_record_trasfered_inactive_storage', 'Related Record Transferred to Inactive Storage', 'rmEventType.crossReferencedRecordTransfered'),
    ('declassification_review', 'Declassification Review', 'rmEventType.simple'), ('study_complete', 'Study Complete', 'rmEventType.simple'), ('obsolete', 'Obsolete', 'rmEventType.obsolete'),
    ('WGI_action_complete', 'WGI Action Complete', 'rmEventType.simple'), ('no_longer_needed', 'No Longer Needed', 'rmEventType.simple'), ('re_designated', 'Redesignated', 'rmEventType.simple'),
    ('training_complete', 'Training Complete', 'rmEventType.simple'), ('case_complete', 'Case Complete', 'rmEventType.simple'), ('separation', 'Separation', 'rmEventType.simple'),
    ('versioned', 'Versioned', 'rmEventType.versioned'), ('superseded', 'Superseded', 'rmEventType.superseded')
  `,
  `
  alter table child add column seq bigint generated always as identity;
  create table rm_hold_bulk (id uuid primary key, seq bigint generated always as identity, hold uuid not null references node on delete cascade, status jsonb not null)
  `,
  `
  create table rm_audit (
    seq bigint generated always as identity primary key, node uuid, event text not null, name text not null, identifier text not null, path text not null, type text not null,
    person text not null, roles text not null, changes jsonb not null, at timestamptz(3) not null default clock_timestamp()
  );
  create index rm_audit_node on rm_audit (node, seq);
  create table rm_custom_property (id text primary key, seq bigint generated always as identity, element text not null, label text not null, details jsonb not null)
  `,
  'create table custom_model (name text primary key, definition jsonb not null, node uuid references node on delete set null)',
];

const LOCK = 7_203_411;

/** Brings the schema `embedded` to the newest version; safe to be run at every start. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.rows('select pg_advisory_xact_lock($1)', [LOCK]);
    await sql.rows('create schema if not exists embedded');
    await sql.rows('create table if not exists migration (version int primary key, applied timestamptz not null default now())');
    const done = (await sql.one<{ version: number }>('select coalesce(max(version), 0) as version from migration'))?.version ?? 0;
    for (const [index, text] of migrations.entries()) {
      if (index < done) continue;
      for (const statement of text.split(';').filter((part) => part.trim() !== '')) await sql.rows(statement);
      await sql.rows('insert into migration (version) values ($1)', [index + 1]);
    }
  });
}
