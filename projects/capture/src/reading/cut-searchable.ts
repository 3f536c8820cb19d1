import { readFile, writeFile } from 'node:fs/promises';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { writeArchive } from '../archive/archive-file.js';
import { PageCopy } from '../archive/page-copy.js';
import { declaresPdfA } from '../archive/pdf-archive.js';
import { composePdf } from './pdf-cut.js';
import { openForRewriting } from './pdf-rewrite.js';
import type { CutPage, CutSource } from './reading.js';
import { ownTurn } from './own-turn.js';

interface Copy {
  readonly document: PDFDocument;
  readonly isArchive: boolean;
}

/**
 * Writes what the searchable copies of files have for the pages of a document. Parts of archive copies are archive copies.
 * A page that somebody has turned is shown so, whatever turn it was read in.
 *
 * @returns whether there is such a copy beside the document itself
 */
export function searchableOf(sources: readonly CutSource[]): (path: string, pages: readonly CutPage[]) => Promise<boolean> {
  const opened = new Map<CutSource, Promise<Copy | undefined>>();
  const open = (source: CutSource): Promise<Copy | undefined> => {
    const copy = opened.get(source) ?? openCopy(source);
    opened.set(source, copy);
    return copy;
  };
  return async (path, pages) => {
    const own = pages.map((page) => ({ page, source: sources[page.source] }));
    const taken: { readonly copy: Copy; readonly number: number; readonly turn: number | undefined }[] = [];
    for (const { page, source } of own) {
      const copy = source && (await open(source));
      if (!source || !copy) return false;
      taken.push({ copy, number: page.number, turn: page.turn === 0 ? undefined : ((await ownTurn(source, page.number)) + page.turn) % 360 });
    }
    if (taken.every(({ copy }) => copy.isArchive)) {
      await writeArchive(path, async (file) => {
        const copies = new Map<PDFDocument, PageCopy>();
        for (const { copy: { document }, number, turn } of taken) {
          const from = copies.get(document) ?? new PageCopy(document.context, file.writer);
          copies.set(document, from);
          const page = from.take(document.getPage(number - 1));
          file.add(turn === undefined ? page : { ...page, turn });
        }
      });
      return true;
    }
    if (own.every(({ source }) => source?.searchablePath === undefined)) return false;
    await writeFile(path, await composePdf(taken.map(({ copy, number, turn }) => ({ source: copy.document, number, turn: turn === undefined ? 0 : turn - copy.document.getPage(number - 1).getRotation().angle }))));
    return true;
  };
}

async function openCopy({ path, mediaType, searchablePath }: CutSource): Promise<Copy | undefined> {
  const place = searchablePath ?? (mediaType === 'application/pdf' ? path : undefined);
  const document = place && (await openForRewriting(await readFile(place)));
  return document ? { document, isArchive: declaresPdfA(document) } : undefined;
}
