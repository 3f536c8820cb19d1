import type { AffairTables } from './affairs.js';
import type { BatchTables } from './batch.js';
import type { BeneficiaryTables } from './beneficiary.js';
import type { ClockTables } from './clocks.js';
import type { CorrespondentTables } from './correspondents.js';
import type { DelegationTables } from './delegation.js';
import type { DoctorTables } from './doctor.js';
import type { ForecastTables } from './forecast.js';
import type { FormTables } from './forms.js';
import type { FoundationTables } from './foundation.js';
import type { HoldTables } from './holds.js';
import type { MailTables } from './mail.js';
import type { NoticeTables } from './notices.js';
import type { PaperTables } from './paper.js';
import type { PersonalDataTables } from './personal-data.js';
import type { ProofTables } from './proof.js';
import type { RecordsTables } from './records.js';
import type { ReadingTables } from './reading.js';
import type { RegisterTables } from './registers.js';
import type { RuleTables } from './rules.js';
import type { ScheduleTables } from './schedule.js';
import type { ScannerTables } from './scanners.js';
import type { SortingTables } from './sortings.js';
import type { TrayTables } from './trays.js';
import type { VigilanceTables } from './vigilance.js';
import type { VisaTables } from './visa.js';

/** Every table the store keeps; each part of the schema brings its own. */
export interface Database extends AffairTables, BatchTables, DelegationTables, BeneficiaryTables, ClockTables, CorrespondentTables, FoundationTables, MailTables, NoticeTables, DoctorTables, ForecastTables, FormTables, HoldTables, PaperTables, PersonalDataTables, ProofTables, ReadingTables, RecordsTables, RegisterTables, RuleTables, ScannerTables, ScheduleTables, SortingTables, TrayTables, VigilanceTables, VisaTables {}
