import { sql, type Kysely } from 'kysely';

/**
 * What rules give a mail beside its tray; each distribution with the facts that it was decided from and what came of it, so
 * that rules can be tried on the past and know what they sent wrongly; runs of such trials.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail
      ADD COLUMN IF NOT EXISTS priority text CHECK (priority IN ('normal', 'urgent', 'veryUrgent')),
      ADD COLUMN for_function text CHECK (for_function IN ('head', 'secretary'));

    CREATE TABLE distribution (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      at timestamptz NOT NULL,
      facts jsonb NOT NULL,
      rule text,
      service text,
      tray text,
      because jsonb NOT NULL,
      returned_at timestamptz,
      returned_by text,
      instead_service text,
      instead_tray text,
      CHECK (instead_service IS NULL OR returned_at IS NOT NULL)
    );
    CREATE INDEX distribution_at ON distribution (entity_id, at, id);
    CREATE INDEX distribution_mail ON distribution (mail_id, at);
    CREATE INDEX distribution_rule ON distribution (entity_id, rule, at) WHERE rule IS NOT NULL;

    CREATE TABLE rule_simulation (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      rules jsonb NOT NULL,
      based_on jsonb NOT NULL,
      compared text NOT NULL CHECK (compared IN ('published', 'past')),
      from_day date NOT NULL,
      until_day date NOT NULL,
      sample integer,
      state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
      total integer NOT NULL DEFAULT 0,
      done integer NOT NULL DEFAULT 0,
      outcome jsonb,
      finished_at timestamptz,
      published_version integer
    );
    CREATE INDEX rule_simulation_newest ON rule_simulation (entity_id, id DESC);

    CREATE TABLE rule_simulation_change (
      simulation_id uuid NOT NULL REFERENCES rule_simulation ON DELETE CASCADE,
      number integer NOT NULL,
      mail_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      from_service text, from_tray text,
      to_service text, to_tray text,
      before jsonb NOT NULL,
      after jsonb NOT NULL,
      PRIMARY KEY (simulation_id, number)
    );
    CREATE INDEX rule_simulation_change_mail ON rule_simulation_change (mail_id);
  `.execute(db);
  await sql.raw(past).execute(db);
}

/** Distributions before there was a table for them, as the journal tells them; of their facts, those that the mail has now. */
export const past = `
  INSERT INTO distribution (id, entity_id, mail_id, at, facts, rule, service, tray, because)
  SELECT gen_random_uuid(), j.entity_id, m.id, j.at,
    jsonb_strip_nulls(jsonb_build_object(
      'type', m.type, 'subject', m.subject, 'channel', m.channel, 'site', m.site, 'postcode', m.correspondent->>'postcode',
      'senders', CASE WHEN m.correspondent_id IS NULL THEN NULL ELSE jsonb_build_array(m.correspondent_id) END,
      'senderKind', m.correspondent->>'kind',
      'senderDomain', lower(nullif(split_part(m.correspondent->>'email', '@', 2), '')),
      'service', CASE WHEN j.data->'because'->>'code' = 'route.operator' THEN j.data->>'service' END)),
    j.data->'because'->'params'->>'rule', j.data->>'service', j.data->>'tray', coalesce(j.data->'because', '{"code":"route.rule","params":{}}')
  FROM journal j JOIN mail m ON m.id::text = j.subject_id
  WHERE j.type = 'mail.distributed' AND j.subject_kind = 'mail' AND j.data ? 'tray';

  UPDATE distribution d SET returned_at = back.at, returned_by = back.actor
  FROM (
    SELECT DISTINCT ON (sent.id) sent.id, r.at, r.actor
    FROM journal r
    JOIN LATERAL (SELECT id FROM distribution WHERE mail_id::text = r.subject_id AND at <= r.at ORDER BY at DESC LIMIT 1) sent ON true
    WHERE r.type = 'mail.rerouted' AND r.subject_kind = 'mail'
      AND NOT EXISTS (
        SELECT FROM journal u WHERE u.subject_kind = 'mail' AND u.subject_id = r.subject_id AND u.type = 'mail.undone' AND u.data->>'action' = 'reroute' AND u.seq > r.seq
          AND NOT EXISTS (SELECT FROM journal b WHERE b.subject_kind = 'mail' AND b.subject_id = r.subject_id AND b.type = 'mail.rerouted' AND b.seq > r.seq AND b.seq < u.seq))
    ORDER BY sent.id, r.at
  ) back WHERE d.id = back.id;

  UPDATE distribution d SET instead_service = after.service, instead_tray = after.tray
  FROM (SELECT id, lead(service) OVER later AS service, lead(tray) OVER later AS tray FROM distribution WINDOW later AS (PARTITION BY mail_id ORDER BY at, id)) after
  WHERE d.id = after.id AND d.returned_at IS NOT NULL;
`;
