/**
 * What becomes of every column that can hold words when a mail is eliminated. Rows belong to the mail by `of`, an SQL
 * condition in which `$mail` stands for its id (`$id`: bare, within text); they go as a whole (`gone`), or their columns are set (`set`). Everything
 * else stays, and is named: a column that is neither set nor kept fails the spec, so that nobody adds one without deciding.
 */
export interface TableWords {
  readonly of?: string;
  readonly gone?: true;
  readonly set?: { readonly [column: string]: string };
  /** Columns that stay, by name; of a table that goes, or without `of`, why they say nothing of a mail's persons. */
  readonly kept: string;
}

const documents = '(SELECT id FROM document WHERE mail_id = $mail)';
/** Its deposit, once every mail of it is eliminated: its words are of all of them. */
const deposits = '(SELECT d.id FROM mail m JOIN deposit d ON d.id = m.deposit_id WHERE m.id = $mail AND NOT EXISTS (SELECT FROM mail o WHERE o.deposit_id = d.id AND o.state <> \'eliminated\'))';
/** Files that it is made of; of an e-mail that was taken apart, that e-mail, too. */
const files = `(SELECT id FROM deposit_file WHERE mail_id = $mail OR deposit_id IN ${deposits} OR (message IS NOT NULL AND id IN (SELECT cut_from FROM deposit_file WHERE mail_id = $mail)))`;
const batches = `(SELECT batch_id FROM deposit WHERE id IN ${deposits} AND batch_id IS NOT NULL)`;

/** In the order in which they are treated: the mail first, whose state says whether its deposit can go; then those that lead to others before them. */
export const eliminatedWords: { readonly [table: string]: TableWords } = {
  mail: {
    of: 'id = $mail',
    set: {
      subject: 'NULL', summary: 'NULL', proposals: "'{}'", read_text: "''", correspondent: 'NULL', correspondent_id: 'NULL', assignee: 'NULL', assignee_name: 'NULL', tray: 'NULL', copies: "'{}'", readers: "'{}'", listers: "'{}'",
      route_because: 'NULL', due_because: 'NULL', closing_reason: 'NULL', envelope: 'NULL', handed_over: 'NULL', first_authority: 'NULL', transmitted_to: 'NULL', entry: 'NULL', parties: "'[]'", fields: "'{}'",
      message_id: 'NULL', in_reply_to: 'NULL', message_references: "'{}'", affair_id: 'NULL', declared_trigger: 'NULL', retention_trigger: 'NULL', retention_due: 'NULL', current_use_ends: 'NULL', due_date: 'NULL', document_date: 'NULL', open_alerts: '0',
    },
    kept: 'entity_id category state channel register chrono type service wanted_service compartment schedule_row node_name node_path node_id unscanned endorsement endorsement_last scanner box site mail_rooms letter_kind kind priority for_function retention_row',
  },
  work_reminder: { of: 'subject_id IN (SELECT id FROM task WHERE mail_id = $mail UNION SELECT id FROM opinion WHERE mail_id = $mail)', gone: true, kept: '' },
  notice_read: { of: "notice_id IN (SELECT id FROM notice WHERE link LIKE '/mails/$id%')", gone: true, kept: '' },
  notice_outbox: { of: "notice_id IN (SELECT id FROM notice WHERE link LIKE '/mails/$id%')", gone: true, kept: '' },
  notice: { of: "link LIKE '/mails/$id%'", gone: true, kept: '' },
  note: { of: 'mail_id = $mail', gone: true, kept: '' },
  opinion: { of: 'mail_id = $mail', gone: true, kept: '' },
  consultation: { of: 'mail_id = $mail', gone: true, kept: '' },
  task: { of: 'mail_id = $mail', gone: true, kept: '' },
  undo: { of: 'mail_id = $mail', gone: true, kept: '' },
  alert: { of: 'mail_id = $mail', gone: true, kept: '' },
  alfresco_event: { of: 'mail_id = $mail', gone: true, kept: '' },
  mail_word: { of: 'mail_id = $mail', gone: true, kept: '' },
  mail_person: { of: 'mail_id = $mail', gone: true, kept: '' },
  mail_lock: { of: 'mail_id = $mail', gone: true, kept: '' },
  mail_clock: { of: 'mail_id = $mail', gone: true, kept: '' },
  missing_pieces: { of: 'mail_id = $mail', gone: true, kept: '' },
  letter_dispatch: { of: '(mail_id = $mail OR answers = $mail)', gone: true, kept: '' },
  reminder: { of: 'mail_id = $mail', gone: true, kept: '' },
  reread: { of: 'mail_id = $mail', gone: true, kept: '' },
  forecast_mail: { of: 'mail_id = $mail', gone: true, kept: '' },
  text_band: { of: 'mail_id = $mail', gone: true, kept: '' },
  text_print: { of: 'mail_id = $mail', gone: true, kept: '' },
  duplicate_pair: { of: '(a = $mail OR b = $mail)', gone: true, kept: '' },
  rule_simulation_change: { of: 'mail_id = $mail', gone: true, kept: '' },
  processing_exception: { of: 'mail_id = $mail', gone: true, kept: '' },
  document_beneficiary: { of: `document_id IN ${documents}`, gone: true, kept: '' },
  page_text: { of: `file_id IN ${files}`, gone: true, kept: '' },
  batch_step: { of: `batch_id IN ${batches}`, gone: true, kept: '' },
  scanned_file: { of: `deposit_id IN ${deposits}`, gone: true, kept: '' },

  document: { of: 'mail_id = $mail', set: { nature_proposal: 'NULL', spool_key: 'NULL', searchable_key: 'NULL', nature_told: 'NULL' }, kept: 'role name media_type sha512 engine warnings node_id searchable_sha512 searchable_node_id archive nature' },
  document_version: { of: `document_id IN ${documents}`, set: { author: 'NULL' }, kept: 'node_id label sha512 media_type' },
  distribution: { of: 'mail_id = $mail', set: { facts: "'{}'", because: '\'{"code":"eliminated","params":{}}\'' }, kept: 'entity_id rule service tray returned_by instead_service instead_tray' },
  mail_link: { of: '(from_id = $mail OR to_id = $mail)', set: { added_by_name: "''" }, kept: 'entity_id kind added_by' },
  mail_record: { of: 'mail_id = $mail', set: { conflict: 'NULL', failure: 'NULL', trigger_day: 'NULL' }, kept: 'entity_id state row mark category_id folder_id sorted' },
  bulk: { of: "id IN (SELECT bulk_id FROM bulk_item WHERE mail_id = $mail) AND state IN ('done', 'undone')", set: { body: "'{}'" }, kept: 'entity_id person_id action state' },
  bulk_item: { of: 'mail_id = $mail', set: { params: 'NULL' }, kept: 'outcome code' },
  deposit_file: {
    of: `id IN ${files}`,
    set: { original_name: "'fichier-' || position", reason: 'NULL', reason_params: 'NULL', sheet: 'NULL', attachments: "'[]'", nature: 'NULL', beneficiaries: "'{}'", message: 'NULL' },
    kept: 'sha512 spool_key state media_type warnings engine searchable_key searchable_sha512 archive lane waits_for held_by held_because stays_because',
  },
  deposit: {
    of: `id IN ${deposits}`,
    set: { sender_name: 'NULL', sender_address: 'NULL', sender_email: 'NULL', subject: 'NULL', imported: 'NULL', message_id: 'NULL', in_reply_to: 'NULL', message_references: "'{}'" },
    kept: 'entity_id idempotency_key idempotency_digest source channel grouping created_by correlation_id backs site mail_rooms purpose',
  },
  batch: {
    of: `id IN ${batches}`,
    set: { plan: '\'{"envelopes":[],"aside":[]}\'', released_plan: 'CASE WHEN released_plan IS NULL THEN NULL ELSE \'{"envelopes":[],"aside":[]}\'::jsonb END', told: "'{}'", notes: "'[]'", reason: 'NULL', name: "''" },
    kept: 'entity_id key state channel operator operator_name scanner service site mail_rooms release_rule counts releasing_for releasing_for_name release_failure released_by ended_by lane',
  },
  batch_page: { of: `file_id IN ${files}`, set: { codes: "'[]'" }, kept: 'fate restored_by hint' },
  batch_sidecar: { of: `batch_id IN ${batches}`, set: { name: "''", flaw: 'NULL' }, kept: 'sha512 spool_key' },

  // Of a mail, without a word of persons.
  batch_cut: { kept: 'made_of media_type spool_key sha512 searchable_key searchable_sha512' },
  clock_notice: { kept: 'code step' },
  commitment: { kept: 'code entity_id service channel' },
  deposit_scan: { kept: 'documents' },
  delivery: { kept: 'entity_id service' },
  late_hand_over: { kept: 'service step' },
  mail_copy: { kept: 'entity_id service' },
  personal_term: { kept: 'entity_id' },
  record_part: { kept: 'node_id part state' },
  hold_mail: { kept: 'failure' },
  reserved_number: { kept: 'entity_id register chrono state reason settled_by' },

  // Evidence of eliminations and of decisions: of the agents who decided, never of a mail's persons.
  campaign: { kept: 'entity_id chrono title state services rows created_by created_by_name frozen_by manifest_sha512 validated_by validated_by_name approved_by approved_by_name submitted_by archivists visa_by visa_reference visa_manifest_sha512 visa_recorded_by started_by stopped_because cancelled_by cancelled_because work work_failure manifest_token manifest_token_authority submitted_by_name cancelled_by_name visa_how visa_signatures outcome_root' },
  campaign_box: { kept: 'box contractor recorded_by' },
  campaign_claim: { kept: 'subject_kind subject_id' },
  campaign_file: { kept: 'kind name media_type sha256 bytes added_by' },
  campaign_item: { kept: 'subject_kind subject_id service row verdict cause params documents metadata_sha512 state failure taken_out_by taken_out_because' },
  campaign_line: { kept: 'service service_label row row_label reference boxes visa visa_reason' },
  campaign_sheet: { kept: 'box chrono endorsement' },
  campaign_signatory: { kept: 'service person person_name reason named_by named_by_name' },
  campaign_signature: { kept: 'service person person_name manifest_sha512 capacity replaces replaces_name above' },
  campaign_step: { kept: 'subject_kind subject_id node_id step phase facts' },
  elimination: { kept: 'subject_kind subject_id entity_id chrono row nodes manifest_sha512 visa_reference campaign_chrono' },
  hold: { kept: 'entity_id kind title reason scope_kind scope_id created_by created_by_name node_id released_by released_by_name release_reason failure' },
  // A reason for keeping a mail or not is evidence, and asked for without names.
  sorting: { kept: 'entity_id chrono title state row_code row services rule criterion left_out archivists created_by created_by_name proposed_by proposed_by_name proposed_sha512 agreed_sha512 agreed_by agreed_by_name agreed_how recorded_by recorded_by_name agreement_signatures reference given_back_by_name given_back_because cancelled_by_name cancelled_because' },
  sorting_file: { kept: 'name media_type sha256 bytes added_by' },
  sorting_item: { kept: 'picked proposed proposed_because noted noted_because decided decided_because failure' },
  visa_draft: { kept: 'visa reason saved_by' },
  purge_warning: { kept: 'entity_id warning audience service acknowledged_by acknowledged_by_name' },
  register_sorting: { kept: 'entity_id decision reason decided_by decided_by_name' },
  // The register of mail is a series of its own, with its own row and visa.
  register_day: { kept: 'entity_id prev_hash hash seal' },
  register_file: { kept: 'entity_id kind sha256 bytes' },
  register_span: { kept: 'entity_id register' },
  reservation: { kept: 'entity_id code register reason reserved_by' },
  // The journal's words of persons lie apart and go by `erasePersonalParts`; the rest holds none.
  journal: { kept: 'entity_id type subject_kind subject_id actor on_behalf_of correlation_id body data private_digest prev_hash hash' },
  journal_private: { kept: 'data salt' },
  journal_head: { kept: 'hash' },
  journal_seal: { kept: 'body digest token token_authority refusal' },
  // Directories and affairs live as long as they are of use; no mail's words are in them.
  affair: { kept: 'entity_id register chrono title service responsible responsible_name compartment state readers listers search_name schedule_row created_by' },
  affair_note: { kept: 'author author_name text' },
  beneficiary: { kept: 'entity_id name first_name file_number service compartment search_name created_by' },
  beneficiary_merge: { kept: 'entity_id before by undone_by' },
  correspondent: { kept: 'entity_id kind name search_name search_keys address postcode city email card siret' },
  correspondent_merge: { kept: 'entity_id before by undone_by' },
  correspondent_pair: { kept: 'entity_id because dismissed_by' },
  correspondent_position: { kept: 'title department' },
  correspondent_reference: { kept: 'entity_id system value guard' },
  correspondent_split: { kept: 'entity_id moved by undone_by' },
  // The house's own: settings, people who work here, counters, reports.
  alfresco_stream: { kept: 'entity_id' },
  box: { kept: 'entity_id code service label location opened_by site mail_rooms' },
  consumer_cursor: { kept: 'name' },
  consumer_failure: { kept: 'name error' },
  counter: { kept: 'entity_id register' },
  custom_property: { kept: 'entity_id key' },
  delegation: { kept: 'entity_id delegator delegator_name powers types services act_reference act_file act_spool_key act_node_id act_fault created_by created_by_name ended_by ended_by_name' },
  delegation_delegate: { kept: 'delegate delegate_name' },
  entity: { kept: 'id name time_zone' },
  forecast: { kept: 'entity_id service data' },
  health_report: { kept: 'entity_id report' },
  timed_job: { kept: 'entity_id name failure' },
  kysely_migration: { kept: 'name timestamp' },
  kysely_migration_lock: { kept: 'id' },
  notice_letter: { kept: 'entity_id person' },
  notice_preference: { kept: 'entity_id person choices language' },
  paper_request: { kept: 'entity_id actor digest made' },
  person: { kept: 'id display_name email groups' },
  processing_export: { kept: 'entity_id made_by made_by_name register csv csv_sha256 pdf pdf_sha256' },
  reconciliation: { kept: 'entity_id' },
  record_reckoning: { kept: 'entity_id settings' },
  round: { kept: 'entity_id given_by received_by method signature signature_sha512' },
  rule_simulation: { kept: 'entity_id created_by rules based_on compared state outcome' },
  saved_tray: { kept: 'entity_id owner name query sort shared_with' },
  schedule_comparison: { kept: 'entity_id problem foreign_categories' },
  schedule_drift: { kept: 'entity_id row_code mark category_id category_name drift authority steps' },
  schedule_simulation: { kept: 'state asked_by result' },
  schedule_version: { kept: 'entity_id state title rows created_by changed_by agreement agreed_by in_force_by' },
  setting_version: { kept: 'entity_id kind data published_by comment' },
  tray_bucket: { kept: 'entity_id who guard' },
  tray_delta: { kept: 'entity_id who guard' },
  tray_pin: { kept: 'entity_id person_id tray' },
  tray_total: { kept: 'entity_id who guard' },
};
