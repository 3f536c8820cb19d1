import { sql, type Kysely } from 'kysely';

/** Who replaces whom while away; notes that not everybody sees; tasks and opinions on a mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE delegation (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      delegator text NOT NULL,
      delegator_name text NOT NULL,
      starts_on date NOT NULL,
      ends_on date CHECK (ends_on >= starts_on),
      powers text[] NOT NULL CHECK (powers <> '{}' AND powers <@ ARRAY['treat', 'sign', 'opinions']),
      types text[] NOT NULL DEFAULT '{}',
      services text[] NOT NULL DEFAULT '{}',
      act_reference text,
      act_day date,
      act_file jsonb,
      act_spool_key text,
      act_node_id text,
      act_fault text,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      ended_at timestamptz,
      ended_by text,
      ended_by_name text
    );
    CREATE INDEX delegation_newest ON delegation (entity_id, id DESC);
    CREATE INDEX delegation_delegator ON delegation (delegator, starts_on) WHERE ended_at IS NULL;

    CREATE TABLE delegation_delegate (
      delegation_id uuid NOT NULL REFERENCES delegation,
      delegate text NOT NULL,
      delegate_name text NOT NULL,
      PRIMARY KEY (delegation_id, delegate)
    );
    CREATE INDEX delegation_delegate_person ON delegation_delegate (delegate, delegation_id);

    ALTER TABLE undo ADD COLUMN on_behalf_of text;

    ALTER TABLE note
      ADD COLUMN visibility text NOT NULL DEFAULT 'readers' CHECK (visibility IN ('me', 'service', 'readers', 'persons')),
      ADD COLUMN audience text[] NOT NULL DEFAULT '{}',
      ADD COLUMN mentions text[] NOT NULL DEFAULT '{}',
      ADD COLUMN changed_at timestamptz;

    CREATE TABLE task (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail,
      title text NOT NULL,
      assignees text[] NOT NULL CHECK (assignees <> '{}'),
      due_on date,
      remind_on date,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      ended_at timestamptz,
      ended_by text,
      on_behalf_of text
    );
    CREATE INDEX task_mail ON task (mail_id, id);
    CREATE INDEX task_assignees ON task USING gin (assignees);
    CREATE INDEX task_remind ON task (entity_id, (least(remind_on, due_on)), id) WHERE state = 'open' AND (remind_on IS NOT NULL OR due_on IS NOT NULL);

    CREATE TABLE consultation (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail,
      question text NOT NULL,
      mode text NOT NULL CHECK (mode IN ('series', 'parallel')),
      on_limit text NOT NULL CHECK (on_limit IN ('next', 'wait')),
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'withdrawn')),
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now(),
      on_behalf_of text,
      ended_at timestamptz
    );
    CREATE INDEX consultation_mail ON consultation (mail_id, id);

    CREATE TABLE opinion (
      id uuid PRIMARY KEY,
      consultation_id uuid NOT NULL REFERENCES consultation,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail,
      position integer NOT NULL,
      person text,
      service text,
      copied boolean NOT NULL DEFAULT false,
      working_days integer,
      wanted_by date,
      due_on date,
      told_at timestamptz,
      state text NOT NULL CHECK (state IN ('waiting', 'asked', 'passed', 'given', 'withdrawn')),
      verdict text CHECK (verdict IN ('favourable', 'reservations', 'unfavourable')),
      words text,
      document_id uuid REFERENCES document,
      given_by text,
      given_by_name text,
      given_at timestamptz,
      on_behalf_of text,
      asked_again_of uuid REFERENCES opinion,
      UNIQUE (consultation_id, position),
      CHECK (person IS NOT NULL OR service IS NOT NULL),
      CHECK ((state = 'given') = (verdict IS NOT NULL))
    );
    CREATE INDEX opinion_mail ON opinion (mail_id, id);
    CREATE INDEX opinion_person ON opinion (person, due_on, id) WHERE state IN ('asked', 'passed') AND person IS NOT NULL;
    CREATE INDEX opinion_service ON opinion (service, due_on, id) WHERE state IN ('asked', 'passed') AND person IS NULL;
    CREATE INDEX opinion_due ON opinion (entity_id, due_on, id) WHERE state IN ('asked', 'passed');

    CREATE TABLE work_reminder (
      kind text NOT NULL CHECK (kind IN ('task', 'opinion')),
      subject_id uuid NOT NULL,
      step text NOT NULL CHECK (step IN ('soon', 'late')),
      day date NOT NULL,
      told_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (kind, subject_id, step, day)
    );
  `.execute(db);
}
