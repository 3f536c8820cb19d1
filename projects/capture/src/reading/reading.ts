/** What the mail room asks of the reader, and what it gets back. */
import type { CodeOrder, PageCodes } from '../codes/page-codes.js';
import type { DoubtCode, EndorsementSetting, NumberOnPage, ReadingLane } from '@bannette/domain';
import type { PageFate, PlannedDocument } from '../separation/plan.js';

/** One received file to read. Nothing in it is trusted, its name least of all. */
export interface ReadRequest {
  /** The received file; it is only ever read. */
  readonly inputPath: string;
  /** The name it came with: a hint for people, never for deciding what the file is. */
  readonly fileName: string;
  /** An existing, empty folder for the page images and the searchable copy. */
  readonly outputDir: string;
  /** Tesseract's code of the language to read in; `fra` unless told. */
  readonly language?: string;
  /** Other languages that a page is read in where its words speak for them; those installed count. */
  readonly others?: readonly string[];
  /** The scan is dark, pale or unevenly lit. */
  readonly uneven?: boolean;
  /** Present when the file may be a batch of several letters: how it is parted. */
  readonly separation?: CodeOrder & {
    readonly keepBlankPages: boolean;
    /** It is looked at page by page before anything is cut out of it: then it is only found out whether that can be done, and small images of its pages are made. */
    readonly cutLater?: boolean;
  };
  /** Numbers that scanners print on paper: patterns to look for; none unless told. */
  readonly numbers?: readonly EndorsementSetting[];
}

/** How a file ended: read (perhaps with warnings), or rejected for a reason an operator understands. */
export type Reading = ReadFile | RejectedFile;

export interface ReadFile {
  readonly outcome: 'read';
  /** Media type of the original, as its content says. */
  readonly mediaType: string;
  readonly pages: readonly PageReading[];
  readonly searchablePdf: { readonly path: string; readonly size: number; readonly sha512: string };
  /** The searchable PDF is the archive copy, too. */
  readonly archive: ArchiveCopy;
  /** The text of all pages, parted by form feeds. */
  readonly text: string;
  /** What read it: `tesseract 5.3.0`, `tesseract.js 7.0.0`, or `textLayer` when nothing had to be recognised. */
  readonly engine: string;
  /** 0–100, mean over pages that say something; 0 when there is none. Which pages are in doubt, the pages tell. */
  readonly confidence: number;
  /** CPU seconds of the reading process and of the programs it ran. */
  readonly cpuSeconds: number;
  readonly warnings: readonly ReadWarning[];
  /** Files that it carries; they are not read. */
  readonly attachments?: readonly Attachment[];
  /** Whether pages can be cut out of it without loss; told where it is to be parted later. */
  readonly cuttable?: boolean;
  /** Present when sheets or blank pages were found, and the file was parted at them. */
  readonly separation?: { readonly fates: readonly PageFate[]; readonly documents: readonly CutDocument[] };
}

/** A file within a PDF, as that names it. */
export interface Attachment {
  readonly name: string;
  /** Bytes, when it says so. */
  readonly size?: number;
}

/** How the archive copy, a PDF/A (ISO 19005), came about. */
export interface ArchiveCopy {
  /** `kept`: the file as received, which says itself that it is one; `made`: a PDF/A-2b made of it. */
  readonly form: 'kept' | 'made';
  /** Pages (from 1) that were drawn as images, because what they hold has no place in PDF/A. */
  readonly drawn: readonly number[];
}

/** A document of a batch; without `cut` it is the whole file, byte for byte. */
export interface CutDocument extends PlannedDocument {
  readonly cut?: CutPart;
}

/** Pages to be cut out of files that were read before. */
export interface CutRequest {
  readonly sources: readonly CutSource[];
  /** Pages of each part, in their order. */
  readonly parts: readonly (readonly CutPage[])[];
  readonly outputDir: string;
}

export interface CutSource {
  readonly path: string;
  /** How many it has. */
  readonly pages: number;
  /** What the file was found to be. */
  readonly mediaType: string;
  /** Its searchable copy, when that is another file. */
  readonly searchablePath?: string;
}

/** A page of one of the sources (from 0), from 1, and how it is turned clockwise over what it says itself. */
export interface CutPage {
  readonly source: number;
  readonly number: number;
  readonly turn: 0 | 90 | 180 | 270;
}

export interface CutPart {
  readonly original: CutFile;
  /** Of the original. */
  readonly mediaType: string;
  readonly searchable?: CutFile;
}

export interface CutFile {
  readonly path: string;
  readonly size: number;
  readonly sha512: string;
}

/** The parts in the order asked for; or why there are none. */
export type Cutting = { readonly outcome: 'cut'; readonly parts: readonly CutPart[] } | RejectedFile;

export interface RejectedFile {
  readonly outcome: 'rejected';
  readonly reason: RejectReason;
  readonly params?: { readonly [name: string]: string | number };
}

/**
 * Why a file is refused. `polyglot`: it is another kind of file at the same time. `infected`, `notScanned`: the antivirus
 * named what is in it, or could say nothing of it; neither was opened.
 */
export const REJECT_REASONS = ['empty', 'unsupportedType', 'passwordProtected', 'corrupt', 'noPages', 'tooManyPages', 'pageTooLarge', 'tooLarge', 'tookTooLong', 'tooMuchMemory', 'readerCrashed', 'polyglot', 'infected', 'notScanned'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/**
 * What an operator should know of a file that was read all the same:
 * it carries scripts or launch actions, other files, or a form that only its maker's program draws (all absent from the
 * searchable copy); its name says another type than its content;
 * its structure was repaired; a page could not be drawn; a page was left unread after its time;
 * the language asked for is not installed; it holds separator sheets or blank pages, and can't be cut without loss.
 */
export type ReadWarning = 'notSeparated' | 'wrongExtension' | 'attachments' | 'dynamicForm' | 'activeContent' | 'fileDamaged' | 'pageDamaged' | 'pageTookTooLong' | 'languageUnavailable';

export interface PageReading {
  /** From 1. */
  readonly number: number;
  /** Small images of the page as it lies in its file, by their width; made where it is parted later. */
  readonly thumbnails?: Thumbnails;
  readonly width: number;
  readonly height: number;
  /** Clockwise turn that was given to the page as received to make it upright. */
  readonly rotation: Rotation;
  readonly text: string;
  readonly words: readonly Word[];
  /** 0–100: what the recogniser thinks of it, lowered by what doesn't look like words. */
  readonly confidence: number;
  /** Why it is not to be trusted as it was read. */
  readonly doubts: readonly DoubtCode[];
  /** Clockwise turn in degrees, beyond `rotation`, that levelled its lines before they were read. */
  readonly skew: number;
  /** Language that its words speak for, and the one that it was read in. */
  readonly language?: string;
  readonly readIn?: string;
  readonly source: 'textLayer' | 'ocr';
  /** Nothing seems to be on it. Marked only: the page is kept. */
  readonly blank: boolean;
  /** Codes that count; read only when a separation is asked for. */
  readonly codes: PageCodes;
  /** Number that the scanner printed on it or a label carries; looked for only when patterns are told. */
  readonly endorsement?: NumberOnPage;
  readonly warnings: readonly ReadWarning[];
}

export type Rotation = 0 | 90 | 180 | 270;

export interface Word {
  readonly text: string;
  /** 0–100. */
  readonly confidence: number;
  readonly box: Box;
}

/** Paths of JPEGs by their width in pixels. */
export type Thumbnails = { readonly [width: number]: string };

/** Pages of a file to be drawn as they lie in it, for the screen. */
export interface DrawRequest {
  readonly inputPath: string;
  /** From 1. */
  readonly pages: readonly number[];
  /** In pixels. */
  readonly widths: readonly number[];
  readonly outputDir: string;
}

/** What was drawn, by page; a page that can't be drawn is missing. */
export type Drawing = { readonly outcome: 'drawn'; readonly pages: { readonly [page: number]: Thumbnails } } | RejectedFile;

/** A place on the upright page image, in fractions (0–1) of its width and height, from the top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  /** `normal` unless told: a file of a better lane makes those of worse lanes hold. */
  readonly lane?: ReadingLane;
  /** Told after each page. */
  readonly progress?: () => void;
}

/** Reads one file at a time per process, in processes of its own. */
export interface Reader {
  /**
   * Reads one file. What the file does to its reader (crash, hang, appetite for memory) is an outcome, never an error.
   * @throws the signal's reason when aborted; `ReaderError` when the machine is at fault (`ENOENT`, `ENOSPC`, …: worth a
   * retry), `engineMissing` among them, or `closed` after {@link close}.
   */
  read(request: ReadRequest, options?: ReadingOptions): Promise<Reading>;
  /** Cuts pages out of a file, in a process of its own that waits for no other. What goes wrong is thrown as by {@link read}, or an outcome. */
  cut(request: CutRequest): Promise<Cutting>;
  /** Draws pages, in a process that waits for no reading. What goes wrong is thrown as by {@link read}, or an outcome. */
  draw(request: DrawRequest): Promise<Drawing>;
  /** Ends the processes; readings under way are rejected. */
  close(): Promise<void>;
}

/** Which recogniser to use: what is best here, the installed program, or the one inside the installation. */
export type EngineChoice = 'auto' | 'native' | 'wasm';

export const DEFAULT_LANGUAGE = 'fra';
