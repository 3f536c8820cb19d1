import { csvPlace, jsonPlace, type SidecarRaw, type SidecarSetting } from '@bannette/domain';
import { parse as parseCsv } from 'csv-parse/sync';
import { SidecarError } from './sidecar-error.js';
import { openXml, xmlText } from './xml.js';

export const maxSidecarBytes = 4 * 1024 ** 2;
const maxRows = 20_000;

/**
 * What stands at the declared places of a sidecar file.
 *
 * @throws SidecarError when it can't be read so, or none of the places is there
 */
export function readSidecar(bytes: Uint8Array, mapping: SidecarSetting): SidecarRaw {
  if (bytes.byteLength > maxSidecarBytes) throw new SidecarError('sidecarTooLarge', { maxMiB: maxSidecarBytes / 1024 ** 2 });
  const raw = readers[mapping.format](decoded(bytes, mapping), mapping);
  if (!Object.values(raw.fields).some(Boolean) && !raw.rows.some((row) => Object.values(row).some(Boolean))) throw new SidecarError('sidecarNothing');
  return raw;
}

/** A byte order mark goes first, then what XML says of itself, then what was declared. */
function decoded(bytes: Uint8Array, { encoding, format }: SidecarSetting): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
  const [, said] = format === 'xml' && !marked ? (/^\s*<\?xml[^>]{0,100}?encoding=["']([\w-]{1,40})["']/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1')) ?? []) : [];
  try {
    return new TextDecoder(marked ?? said ?? encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SidecarError('sidecarEncoding', { encoding: (marked ?? said ?? encoding).slice(0, 40) });
  }
}

type Read = (text: string, mapping: SidecarSetting) => SidecarRaw;
const readers: { readonly [format in SidecarSetting['format']]: Read } = {
  xml: (text, { fields, rows, rowFields }) => {
    const look = openXml(text);
    const of = (places: Partial<Record<string, string>>, within?: unknown) => mapped(places, (at) => xmlText(look(at, within)[0]));
    return { fields: of(fields), rows: limited(rows ? look(rows) : []).map((row) => of(rowFields, row)) };
  },
  json: (text, { fields, rows, rowFields }) => {
    const root = parsedJson(text);
    const of = (places: Partial<Record<string, string>>, within: unknown) => mapped(places, (at) => jsonText(pointed(within, at)));
    const listed = rows ? pointed(root, rows) : [];
    return { fields: of(fields, root), rows: limited(Array.isArray(listed) ? listed : []).map((row) => of(rowFields, row)) };
  },
  csv: (text, { delimiter, fields, rowFields }) => {
    const lines = csvLines(text, delimiter);
    const places = [...Object.values(fields), ...Object.values(rowFields)];
    const headed = places.some((at) => typeof csvPlace(at) === 'string');
    const columns = headed ? (lines[0] ?? []).map((column) => column.trim().toLowerCase()) : [];
    const rows = limited(headed ? lines.slice(1) : lines);
    const of = (wanted: Partial<Record<string, string>>, row: readonly string[] = []) =>
      mapped(wanted, (at) => {
        const column = csvPlace(at);
        return row[typeof column === 'number' ? column - 1 : columns.indexOf(column.toLowerCase())];
      });
    return { fields: of(fields, rows[0]), rows: Object.keys(rowFields).length ? rows.map((row) => of(rowFields, row)) : [] };
  },
};

function mapped(places: Partial<Record<string, string>>, look: (at: string) => string | undefined): { [field: string]: string } {
  return Object.fromEntries(Object.entries(places).flatMap(([field, at]) => {
    const text = at === undefined ? undefined : look(at)?.trim();
    return text ? [[field, text.slice(0, 1000)]] : [];
  }));
}

function limited<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length > maxRows) throw new SidecarError('sidecarTooLarge', { maxRows });
  return rows;
}

function csvLines(text: string, delimiter: string): string[][] {
  try {
    return parseCsv(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 100_000, to: maxRows + 2 });
  } catch (error) {
    throw new SidecarError('sidecarSyntax', { line: Number((error as { lines?: number }).lines ?? 1) });
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SidecarError('sidecarSyntax', { line: 1 });
  }
}

function pointed(root: unknown, at: string): unknown {
  return jsonPlace(at)?.reduce<unknown>((here, step) => (here !== null && typeof here === 'object' && Object.hasOwn(here, step) ? (here as Record<string, unknown>)[step] : undefined), root);
}

const jsonText = (value: unknown): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);
