import * as z from 'zod';
import { channels } from '../mail/vocabulary.js';
import { namePatternFlaw } from '../scanners/file-names.js';
import { folderFlaw } from '../scanners/folder.js';
import { code } from './services.js';
import { sidecarSetting } from './sidecars.js';

export const scanColours = ['bw', 'gray', 'colour'] as const;
export type ScanColour = (typeof scanColours)[number];
/** `frontsThenBacks`: a pile is put through, turned over, and put through again. */
export const scanModes = ['simplex', 'duplex', 'frontsThenBacks'] as const;
export type ScanMode = (typeof scanModes)[number];
/** In the order in which they are read. */
export const readingLanes = ['counter', 'normal', 'backlog'] as const;
export type ReadingLane = (typeof readingLanes)[number];
/** `checked`: somebody releases each batch at the page desk; `automatic`: unless something speaks against it. */
export const releaseModes = ['automatic', 'checked'] as const;

/** A scanner: the folder that it writes to, how it scans, and what becomes of what it brings. */
export const scannerSetting = z.object({
  code,
  label: z.string().trim().min(1).max(120),
  enabled: z.boolean().default(true),
  site: code.optional(),
  /** Below the folder of scans; an absolute one only below a root that the configuration allows. */
  folder: z.string().trim().min(1).refine((folder) => !folderFlaw(folder), { error: 'folder' }),
  /** A file is taken when it hasn't changed for so long. */
  settleMs: z.int().min(0).max(600_000).default(2000),
  /** Files that come within so many seconds of one another are one batch; 0: each file is one. */
  batchGapS: z.int().min(0).max(86_400).default(0),
  dpi: z.int().min(50).max(2400).optional(),
  colour: z.enum(scanColours).optional(),
  mode: z.enum(scanModes).default('simplex'),
  channel: z.enum(channels).default('post'),
  release: z.enum(releaseModes).default('automatic'),
  /** Batches of which nobody said how much would come wait for somebody to say it. */
  announced: z.boolean().default(false),
  lane: z.enum(readingLanes).default('normal'),
  /** Service that all of it is for, unless a sub-folder, a sidecar file or a sheet says another. */
  service: code.optional(),
  /** Sub-folders are services: those told here, and those named by a service's code or label. Absent: they are not looked into. */
  subFolders: z.array(z.object({ folder: z.string().trim().min(1).max(120).refine((folder) => !folder.includes('/') && !folderFlaw(folder), { error: 'folder' }), service: code })).max(500).optional(),
  /** What its files' names say. */
  names: z.string().trim().min(1).max(120).refine((names) => !namePatternFlaw(names), { error: 'namePattern' }).optional(),
  sidecar: sidecarSetting.optional(),
});
export type ScannerSetting = z.infer<typeof scannerSetting>;
