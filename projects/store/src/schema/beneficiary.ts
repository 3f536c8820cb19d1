import type { Proposal } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** Somebody whom the house helps; that they are known at all may be a secret of the service that guards them. */
export interface BeneficiaryTable {
  id: string;
  entity_id: string;
  /** Family name. */
  name: string;
  first_name: string | null;
  birth_date: string | null;
  /** As the house numbers its files (n° de dossier). */
  file_number: string | null;
  /** The service that guards the file; none: all services that keep files know of it. */
  service: string | null;
  /** Only its cleared people know of the file. */
  compartment: string | null;
  /** Names in lower case without accents: what searches begin with. */
  search_name: string;
  revision: Generated<number>;
  /** The one that it was joined with; documents stay its own. */
  merged_into: Generated<string | null>;
  created_at: Generated<Date>;
  created_by: string;
}

export interface DocumentBeneficiaryTable {
  document_id: string;
  beneficiary_id: string;
  named_at: Generated<Date>;
  /** Nobody: brought back from Alfresco. */
  named_by: string | null;
}

/** What a mail's document is and for whom. */
export interface DescribedDocumentColumns {
  /** Code of a term of the thesaurus' scheme `nature`. */
  nature: string | null;
  /** The nature that Alfresco was told. */
  nature_told: string | null;
  /** Proposed from the text that was read. */
  nature_proposal: JSONColumnType<Proposal> | null;
  /** It is for somebody whom nobody has recognised yet. */
  beneficiary_unknown: Generated<boolean>;
}

/** What was said of a file at the deposit or at the desk; its document takes it over. */
export interface DescribedFileColumns {
  nature: string | null;
  /** Ids of beneficiaries. */
  beneficiaries: Generated<string[]>;
  beneficiary_unknown: Generated<boolean>;
}

export interface BeneficiaryTables {
  beneficiary: BeneficiaryTable;
  document_beneficiary: DocumentBeneficiaryTable;
}
