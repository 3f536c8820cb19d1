/** What a letter is about: the codes of the types of mail that the demonstration's settings know. */
export const letterKinds = [
  'COURRIER_GENERAL', 'DEMANDE_RENSEIGNEMENT', 'RECLAMATION', 'RECOURS_GRACIEUX', 'INVITATION', 'SUBVENTION', 'FACTURE',
  'CANDIDATURE', 'STAGE', 'ARRET_TRAVAIL', 'VOIRIE', 'PERMISSION_VOIRIE', 'SINISTRE_DOMAINE', 'TRANSPORT_SCOLAIRE',
  'COLLEGE_DEROGATION', 'APA', 'PCH_MDPH', 'RSA', 'FSL', 'ASE_INFO_PREOCCUPANTE', 'ASE_COURRIER', 'PMI', 'MEDICAL',
  'AGREMENT_ASSMAT', 'CADA', 'RGPD_DROITS', 'INTERVENTION_ELU', 'SYNDICAT',
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letterFormats = ['pdf-image', 'pdf-text', 'tiff-g4', 'tiff-gray', 'png', 'jpeg'] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** What paper, people and scanners do to a page. A `pdf-text` letter never was paper: only the stamp reaches it. */
export interface Defects {
  /** Degrees, clockwise; a feeder gives ±3. */
  readonly skew: number;
  /** 0 (none) to 1 (hardly legible): grain of paper and sensor. */
  readonly noise: number;
  /** 0 (none) to 1 (a bad photocopy): black specks, and a dark edge. */
  readonly speckle: number;
  readonly fold: boolean;
  /** The mail room's stamp; needs `receivedAt`. On by default then. */
  readonly stamp: boolean;
  readonly handwriting: boolean;
  readonly punchHoles: boolean;
  /** Came by fax: bilevel, half the vertical resolution, a sender's line above. */
  readonly fax: boolean;
  /** Clockwise degrees by which the page lies in the image. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly dpi: 200 | 300;
}

export interface LetterSpec {
  readonly seed: number;
  readonly kind: LetterKind;
  /** Date written on the letter, `YYYY-MM-DD`. */
  readonly date: string;
  /** Day of the mail room's stamp, `YYYY-MM-DD`; absent: not stamped. */
  readonly receivedAt?: string;
  /** `png` and `jpeg` hold one page: such a letter comes without its annexes. */
  readonly format: LetterFormat;
  /** Absent ones are off (200 dpi, upright). */
  readonly defects?: Partial<Defects>;
}

export interface LetterTruth {
  readonly type: LetterKind;
  readonly sender: {
    readonly name: string;
    readonly address: string[];
    readonly postcode: string;
    readonly city: string;
    readonly kind: SenderKind;
  };
  readonly subject: string;
  readonly date: string;
  readonly pages: number;
  /** All that is written on the pages by the sender, in drawing order; not the stamp nor the scribbles. */
  readonly text: string;
}
export type SenderKind = 'individual' | 'company' | 'association' | 'administration';

export interface LetterFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
}

export interface Letter extends LetterFile {
  readonly truth: LetterTruth;
}
