import type { Migration } from 'kysely';
import * as foundation from './0001_foundation.js';
import * as mail from './0002_mail.js';
import * as doctor from './0003_doctor.js';
import * as vigilance from './0005_vigilance.js';
import * as batches from './0010_batches.js';
import * as paper from './0011_paper.js';
import * as batch from './0012_batch.js';
import * as reading from './0013_reading.js';
import * as intake from './0014_intake.js';
import * as beneficiaries from './0015_beneficiaries.js';
import * as endorsement from './0016_endorsement.js';
import * as sites from './0017_sites.js';
import * as scanners from './0018_scanners.js';
import * as clocks from './0019_clocks.js';
import * as correspondents from './0020_correspondents.js';
import * as forms from './0021_forms.js';
import * as registers from './0022_registers.js';
import * as affairs from './0023_affairs.js';
import * as rules from './0024_rules.js';
import * as trays from './0025_trays.js';
import * as delegation from './0026_delegation.js';
import * as forecast from './0027_forecast.js';
import * as notices from './0028_notices.js';
import * as proof from './0029_proof.js';
import * as records from './0030_records.js';
import * as schedule from './0031_schedule.js';
import * as currentUse from './0032_current_use.js';
import * as holds from './0033_holds.js';
import * as campaigns from './0034_campaigns.js';
import * as execution from './0035_execution.js';
import * as visa from './0036_visa.js';
import * as personalData from './0037_personal_data.js';
import * as speed from './0038_speed.js';
import * as sortings from './0041_sortings.js';
import * as executionSpeed from './0042_execution_speed.js';
import * as signatories from './0043_signatories.js';
import * as duplicates from './0044_duplicates.js';
import * as paperAgreements from './0048_paper_agreements.js';
import * as joined from './0049_joined.js';
import * as warned from './0050_warned.js';
import * as timed from './0051_timed.js';
import * as oneIndex from './0053_one_index.js';
import * as mailWords from './0056_mail_words.js';
import * as letterDispatch from './0057_letter_dispatch.js';
import * as letterReturned from './0058_letter_returned.js';

/** All migrations by name, in the order of their names; a published one never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_foundation': foundation,
  '0002_mail': mail,
  '0003_doctor': doctor,
  '0005_vigilance': vigilance,
  '0010_batches': batches,
  '0011_paper': paper,
  '0012_batch': batch,
  '0013_reading': reading,
  '0014_intake': intake,
  '0015_beneficiaries': beneficiaries,
  '0016_endorsement': endorsement,
  '0017_sites': sites,
  '0018_scanners': scanners,
  '0019_clocks': clocks,
  '0020_correspondents': correspondents,
  '0021_forms': forms,
  '0022_registers': registers,
  '0023_affairs': affairs,
  '0024_rules': rules,
  '0025_trays': trays,
  '0026_delegation': delegation,
  '0027_forecast': forecast,
  '0028_notices': notices,
  '0029_proof': proof,
  '0030_records': records,
  '0031_schedule': schedule,
  '0032_current_use': currentUse,
  '0033_holds': holds,
  '0034_campaigns': campaigns,
  '0035_execution': execution,
  '0036_visa': visa,
  '0037_personal_data': personalData,
  '0038_speed': speed,
  '0041_sortings': sortings,
  '0042_execution_speed': executionSpeed,
  '0043_signatories': signatories,
  '0044_duplicates': duplicates,
  '0048_paper_agreements': paperAgreements,
  '0049_joined': joined,
  '0050_warned': warned,
  '0051_timed': timed,
  '0053_one_index': oneIndex,
  '0056_mail_words': mailWords,
  '0057_letter_dispatch': letterDispatch,
  '0058_letter_returned': letterReturned,
};
