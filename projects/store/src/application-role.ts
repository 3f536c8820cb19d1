import pg from 'pg';

export interface ApplicationRole {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes or renews an account that may do Bannette's daily work in the migrated database and nothing more: it owns no table,
 * so it can't switch a trigger off, and it may neither change nor delete what only grows. To be called after each migration.
 *
 * @param databaseUrl the owner's
 * @returns the same database's URL for the account
 */
export async function grantApplicationRole(databaseUrl: string, role: ApplicationRole): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('bannette roles', 0))`);
    await makeRole(client, role);
    for (const statement of grantsTo(client.escapeIdentifier(role.name))) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.end();
  }
  const url = new URL(databaseUrl);
  url.username = encodeURIComponent(role.name);
  url.password = encodeURIComponent(role.password);
  return url.href;
}

async function makeRole(client: pg.Client, { name, password }: ApplicationRole): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${client.escapeIdentifier(name)} login password ${client.escapeLiteral(password)}`);
}

function grantsTo(role: string): string[] {
  const queueTables = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'];
  return [
    `grant usage on schema public, graphile_worker to ${role}`,
    `grant select, insert, update, delete on all tables in schema public, graphile_worker to ${role}`,
    `grant usage, select on all sequences in schema public, graphile_worker to ${role}`,
    `revoke update, delete on journal, setting_version from ${role}`,
    `revoke update on journal_private from ${role}`,
    `revoke insert, delete on journal_head from ${role}`,
    `revoke delete on counter from ${role}`,
    `revoke insert, update, delete on kysely_migration, kysely_migration_lock, graphile_worker.migrations from ${role}`,
    // The queue's tables show a row to whom a policy lets see it.
    ...queueTables.flatMap((table) => [
      `drop policy if exists bannette on graphile_worker.${table}`,
      `create policy bannette on graphile_worker.${table} to ${role} using (true)`,
    ]),
  ];
}
