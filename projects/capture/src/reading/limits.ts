/** What one file may cost before it is set aside. */
export interface ReadLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Pixels of a page at 200 dpi, or of one image in it. */
  readonly maxPixelsPerPage: number;
  /** Recognition of a page stops after this; the process ends when a page takes twice as long. */
  readonly secondsPerPage: number;
  readonly secondsPerFile: number;
  /** Resident memory of the reading process and of the programs it runs. */
  readonly memoryMiB: number;
}

/** 75 million pixels: an A3 sheet at 600 dpi, an A1 plan at 300 dpi. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 150 * 1024 * 1024,
  maxPages: 500,
  maxPixelsPerPage: 75_000_000,
  secondsPerPage: 60,
  secondsPerFile: 1800,
  memoryMiB: 1024,
};
