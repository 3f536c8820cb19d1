import { sql, type Kysely } from 'kysely';

/** A correspondent with which others were joined is known to whom these were known to; one of several that a mail is from or to, to who reads it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The one that stands for it, through all that it was joined with.
    CREATE FUNCTION correspondent_kept(joined uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
      DECLARE kept uuid := joined; next uuid;
      BEGIN
        LOOP
          SELECT merged_into INTO next FROM correspondent WHERE id = kept;
          IF next IS NULL THEN RETURN kept; END IF;
          kept := next;
        END LOOP;
      END $$;
    CREATE OR REPLACE FUNCTION correspondent_known_to() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE known tsvector; one uuid;
      BEGIN
        IF NEW.correspondent_id IS NULL THEN RETURN NULL; END IF;
        known := array_to_tsvector(ARRAY(SELECT '@' || reader FROM unnest(NEW.readers) AS reader));
        FOR one IN SELECT NEW.correspondent_id UNION SELECT (party ->> 'id')::uuid FROM jsonb_array_elements(NEW.parties) party WHERE party ? 'id' ORDER BY 1 LOOP
          UPDATE correspondent SET search_keys = search_keys || known
            WHERE id = correspondent_kept(one) AND kind = 'individual' AND search_keys IS NOT NULL AND NOT tsvector_to_array(search_keys) @> tsvector_to_array(known);
        END LOOP;
        RETURN NULL;
      END $$;
    -- Keyed anew by whoever starts next, as those of before 0028 were.
    UPDATE correspondent SET search_keys = NULL WHERE kind = 'individual' AND merged_into IS NULL AND id IN (
      SELECT merged_into FROM correspondent WHERE merged_into IS NOT NULL UNION SELECT correspondent_kept((party ->> 'id')::uuid) FROM mail, jsonb_array_elements(parties) party WHERE parties <> '[]' AND party ? 'id');
  `.execute(db);
}
