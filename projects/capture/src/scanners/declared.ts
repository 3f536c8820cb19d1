import type { SidecarFacts } from '@bannette/domain';
import type { BatchNote, DeclaredDocument, ScanTold } from '@bannette/store';

/** Documents as the rows of a sidecar file say them, for files in this order; ranges that cross one another say nothing. */
export function declaredDocuments(facts: SidecarFacts, names: readonly string[]): { readonly documents: readonly DeclaredDocument[]; readonly notes: readonly BatchNote[] } {
  const rows = facts.rows.filter(({ firstPage, document, service, type }) => firstPage !== undefined || document !== undefined || service !== undefined || type !== undefined);
  const documents = rows.flatMap((row, at): DeclaredDocument[] => {
    const file = row.file === undefined ? (names.length === 1 ? 1 : undefined) : positionOf(row.file, names);
    if (row.file !== undefined && file === undefined) return [];
    const before = rows[at - 1];
    if (row.document !== undefined && before?.document === row.document) return [];
    return [{ ...(file === undefined ? {} : { file }), firstPage: row.firstPage ?? 1, ...(row.lastPage === undefined ? {} : { lastPage: row.lastPage }), ...(row.service ? { service: row.service } : {}), ...(row.type ? { type: row.type } : {}) }];
  });
  const crossing = documents.some((one, at) => {
    const next = documents[at + 1];
    return (one.lastPage !== undefined && one.lastPage < one.firstPage) || (next !== undefined && next.file === one.file && next.firstPage <= (one.lastPage ?? one.firstPage));
  });
  return crossing ? { documents: [], notes: [{ code: 'declaredRanges', params: {}, check: true }] } : { documents, notes: [] };
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
function positionOf(file: string, names: readonly string[]): number | undefined {
  const at = names.findIndex((name) => fold(name) === fold(file));
  return at < 0 ? undefined : at + 1;
}

/** What is told of a batch and kept beside its counters. */
export function toldBy({ dpi, colour, scannedAt, type, sender, endorsementFirst, endorsementLast }: Partial<SidecarFacts>): ScanTold {
  return Object.fromEntries(Object.entries({ dpi, colour, scannedAt, type, sender, endorsementFirst, endorsementLast }).filter(([, value]) => value !== undefined));
}
