import { join } from 'node:path';
import { serve } from '@bannette/http';
import { faultOf, handledBy, type House, type Sidecar } from '@bannette/house';
import { announceBatch, correctAnnounced, rejectBatch, resumeBatch } from './batch/announce.js';
import { changeDesk, redoDesk, undoDesk } from './batch/gestures.js';
import { mergeWithPrevious } from './batch/merge.js';
import { openDesk } from './batch/open-desk.js';
import { releaseBatch } from './batch/release/order.js';
import { releaseJob } from './batch/release/run.js';
import { releaseTask } from './batch/release/start.js';
import { restorePage } from './batch/restore.js';
import { listBatches } from './batch/view-batch.js';
import { viewDesk } from './batch/view-desk.js';
import { batchContent, requireMailRoom, viewBatch } from './batch/view.js';
import { clamd } from './antivirus/index.js';
import { countReasons, discardFile, discardFiles, listQuarantine, quarantineContent, retryFile, retryFiles } from './deposit/quarantine.js';
import { readTasks } from './deposit/lanes.js';
import { viewLanes } from './deposit/view-lanes.js';
import { readFile } from './deposit/read-file.js';
import { keepSwept } from './deposit/sweep.js';
import { attach, attachTask } from './deposit/attach.js';
import { acceptUploads, createDeposit } from './deposit/upload.js';
import { viewDeposit, viewDeposits } from './deposit/view.js';
import { watchFolder } from './folder/watch.js';
import { keepTrimmed, pageImages } from './images/cache.js';
import { forgetEliminated } from './images/forget.js';
import { batchFileContent, pageImageOf } from './images/page-image.js';
import { keepLeaving, leave, leaveTask, leavingRoutes } from './leaving/index.js';
import { createReader, installedLanguages, type ReadLimits } from './reading/index.js';
import { askReread, documentReading, reread, rereadTask } from './reread/index.js';
import { endBatch, listScanners, makeScannerFolder, scanDay, sidecarContent, trySidecar, viewScan } from './scanners/routes.js';
import { watchScanners } from './scanners/watch-scanners.js';
import { printMailSheets, printSeparators } from './sheets/print.js';

export interface CaptureOptions {
  /** The watched folder. */
  readonly scansDir: string;
  /** Below which scanners of the settings may have absolute folders. */
  readonly scanRoots?: readonly string[];
  /** Where images of pages are kept, to be shown again; all of it may be removed at any time. */
  readonly cacheDir: string;
  readonly settleMs: number;
  readonly pollMs: number;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  readonly engine: 'auto' | 'native' | 'wasm';
  readonly readers: number;
  /** What pages are read in: the first, and others where their words speak for them; Tesseract's codes. French and English unless told. */
  readonly languages?: readonly string[];
  readonly limits?: Partial<ReadLimits>;
  /** Cron expression of the nightly look at what leaves the spool, in the authority's time zone. */
  readonly leavingCron: string;
  /** Where clamd listens; without it nothing is looked at by an antivirus. */
  readonly clamdUrl?: string;
}

/** What images of pages may take on the disk. */
const imageBytes = 2 * 1024 ** 3;
const defaultLanguages = ['fra', 'eng'];

/** Capture: what comes in through the page, the API and the watched folder is kept, read, and made a mail to qualify. */
export function capture(house: House, options: CaptureOptions): Sidecar {
  const reader = createReader({ engine: options.engine, processes: options.readers, limits: { maxBytes: options.maxFileBytes, ...options.limits } });
  const roots = { scansDir: options.scansDir, roots: options.scanRoots ?? [] };
  const images = pageImages(join(options.cacheDir, 'pages'), imageBytes);
  const wanted = options.languages ?? defaultLanguages;
  let installed: Promise<readonly string[]> | undefined;
  const languages = (): Promise<readonly string[]> => (installed ??= installedLanguages(options.engine, wanted));
  const read = readFile(house, reader, wanted, options.clamdUrl === undefined ? undefined : clamd(options.clamdUrl), images);
  return {
    name: 'capture',
    routes: (app) => {
      void acceptUploads(app, options);
      serve(app, {
        createDeposit: (call) => createDeposit(house, call, options),
        documentReading: (call) => documentReading(house, languages, call),
        reread: (call) => askReread(house, languages, call),
        readingLanes: (call) => viewLanes(house, call),
        deposit: ({ params, caller }) => viewDeposit(house, caller, params.id),
        deposits: async ({ query, caller }) => {
          let selection = house.store.db.selectFrom('deposit').selectAll().where('entity_id', '=', house.entityId);
          selection = selection.where((eb) => eb.or([eb('created_by', '=', caller.id), handledBy(caller, 'deposit')]));
          if (query.after) selection = selection.where('id', '<', query.after);
          const rows = await selection.orderBy('id', 'desc').limit(query.limit + 1).execute();
          const shown = rows.slice(0, query.limit);
          return { items: await viewDeposits(house, caller, shown), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
        },
        quarantine: (call) => listQuarantine(house, call),
        quarantineContent: (call) => quarantineContent(house, call),
        retryFile: (call) => retryFile(house, call),
        discardFile: (call) => discardFile(house, call),
        quarantineReasons: (call) => countReasons(house, call),
        retryFiles: (call) => retryFiles(house, call),
        discardFiles: (call) => discardFiles(house, call),
        ...leavingRoutes(house),
        batch: async ({ params, caller }) => {
          requireMailRoom(caller);
          return viewBatch(house, caller, params.id);
        },
        batchContent: (call) => batchContent(house, call),
        restorePage: (call) => restorePage(house, reader, call),
        batches: (call) => listBatches(house, call),
        announceBatch: (call) => announceBatch(house, call),
        correctAnnounced: (call) => correctAnnounced(house, call),
        desk: (call) => viewDesk(house, call),
        changeDesk: (call) => changeDesk(house, call),
        undoDesk: (call) => undoDesk(house, call),
        redoDesk: (call) => redoDesk(house, call),
        releaseBatch: (call) => releaseBatch(house, call),
        rejectBatch: (call) => rejectBatch(house, call),
        resumeBatch: (call) => resumeBatch(house, call),
        openDesk: (call) => openDesk(house, call),
        pageImage: pageImageOf(house, reader, images),
        batchFileContent: (call) => batchFileContent(house, call),
        mergeWithPrevious: (call) => mergeWithPrevious(house, reader, call),
        scanners: (call) => listScanners(house, roots, call),
        makeScannerFolder: (call) => makeScannerFolder(house, roots, call),
        trySidecar: (call) => trySidecar(house, call),
        scanDay: (call) => scanDay(house, call),
        batchScan: (call) => viewScan(house, call),
        endBatch: (call) => endBatch(house, call),
        sidecarContent: (call) => sidecarContent(house, call),
        printSeparators: (call) => printSeparators(house, call),
        printMailSheets: (call) => printMailSheets(house, call),
      });
    },
    tasks: { [attachTask]: attach(house), [leaveTask]: leave(house, images), [releaseTask]: releaseJob(house, reader) },
    listens: [forgetEliminated(house, images)],
    slowTasks: { ...Object.fromEntries(Object.values(readTasks).map((task) => [task, read])), [rereadTask]: reread(house, reader, wanted) },
    start: async () => {
      const stopWatching = await watchFolder(house, { ...options, dir: options.scansDir });
      const stopScanners = watchScanners(house, { ...options, ...roots });
      const stopSweeping = keepSwept(house);
      const stopTrimming = keepTrimmed(images, (error) => house.log.error(faultOf(error), 'Images of pages could not be trimmed'));
      const stopLeaving = await keepLeaving(house, options.leavingCron);
      return async () => {
        await Promise.all([stopWatching(), stopScanners(), stopSweeping(), stopTrimming(), stopLeaving()]);
        await reader.close();
      };
    },
  };
}

export { drawSheet, type Sheet } from './sheets/sheets.js';
export { availableEngine, type ReadLimits } from './reading/index.js';
export { AntivirusAway, clamd, clamdAddress, type Antivirus, type AntivirusFacts } from './antivirus/index.js';
export { acceptDeposit, type NewDeposit } from './deposit/accept.js';
export { sweepSpool } from './deposit/sweep.js';
export { folderState, pathOf as scannerPath, type FolderState, type ScanRoots } from './scanners/folder-state.js';
export { lookAtLeaving } from './leaving/index.js';
