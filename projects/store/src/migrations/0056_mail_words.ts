import { sql, type Kysely } from 'kysely';

/**
 * The words that a mail is found by move out of its row. As an index on an expression they were made anew, from up to
 * 100,000 characters, by each change of the mail, and by each search that the planner thought cheaper without the index.
 * A million mails take some minutes here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX mail_words, mail_field_words`.execute(db);
  await sql`
    CREATE TABLE mail_word (
      mail_id uuid PRIMARY KEY REFERENCES mail ON DELETE CASCADE,
      words tsvector NOT NULL
    )`.execute(db);
  await sql`
    CREATE FUNCTION words_of(mail) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
      SELECT to_tsvector('french', coalesce($1.chrono, '') || ' ' || coalesce($1.subject, '') || ' ' || coalesce($1.correspondent->>'name', '') || ' ' || left($1.read_text, 100000)) || jsonb_to_tsvector('french', $1.fields, '["string", "numeric"]')
    $$`.execute(db);
  await sql`INSERT INTO mail_word SELECT id, words_of(mail) FROM mail`.execute(db);
  await sql`CREATE INDEX mail_word_words ON mail_word USING gin (words)`.execute(db);
  await sql`
    CREATE FUNCTION keep_mail_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO mail_word VALUES (NEW.id, words_of(NEW)) ON CONFLICT (mail_id) DO UPDATE SET words = excluded.words WHERE mail_word.words IS DISTINCT FROM excluded.words;
      RETURN NULL;
    END $$`.execute(db);
  await sql`CREATE TRIGGER mail_words_first AFTER INSERT ON mail FOR EACH ROW EXECUTE FUNCTION keep_mail_words()`.execute(db);
  await sql`
    CREATE TRIGGER mail_words_again AFTER UPDATE OF chrono, subject, correspondent, read_text, fields ON mail FOR EACH ROW
    WHEN ((OLD.chrono, OLD.subject, OLD.correspondent->>'name', OLD.read_text, OLD.fields) IS DISTINCT FROM (NEW.chrono, NEW.subject, NEW.correspondent->>'name', NEW.read_text, NEW.fields))
    EXECUTE FUNCTION keep_mail_words()`.execute(db);
  await sql`CREATE INDEX mail_endorsement_voided ON mail (entity_id, endorsement) WHERE endorsement IS NOT NULL AND state = 'voided'`.execute(db);
}
