import * as z from 'zod';
import { isPlace } from '../scanners/places.js';

/** What a sidecar file can tell of a batch as a whole. */
export const batchFields = ['batch', 'operator', 'envelopes', 'pages', 'scannedAt', 'dpi', 'colour', 'service', 'type', 'endorsementFirst', 'endorsementLast', 'channel', 'sender'] as const;
export type BatchField = (typeof batchFields)[number];
/** What it can tell of each of its rows: a page, an image file, or a document with the pages that it spans. */
export const rowFields = ['file', 'firstPage', 'lastPage', 'document', 'service', 'type', 'sender'] as const;
export type RowField = (typeof rowFields)[number];

export const sidecarFormats = ['xml', 'csv', 'json'] as const;
export const sidecarEncodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be'] as const;
export const sidecarDelimiters = [';', ',', '\t', '|'] as const;
/** Orders of day, month and year that scanner software writes; `iso` is a date with its time and, if it is told, zone. */
export const sidecarDates = ['iso', 'dmy', 'ymd', 'mdy'] as const;

/** Where a value is: `Lot/@operateur`, `Lot/Pages` in XML; `/lot/pages` in JSON; the name of a column, or `#2`, in CSV. */
const place = z.string().trim().min(1).max(200);
const places = <Field extends string>(fields: readonly Field[]) => z.partialRecord(z.enum(fields as [Field, ...Field[]]), place);

/** How the file is read that scanner software puts beside a scan: what is where in it. */
export const sidecarSetting = z
  .object({
    format: z.enum(sidecarFormats),
    /** `{name}.xml`: beside each file, with its name; `{file}.xml` with its name and extension; without either, one for the whole folder. */
    name: z.string().trim().min(1).max(120).refine((name) => !/[/\\]/.test(name) && !name.startsWith('.') && /^[^{}]*(\{(name|file)\})?[^{}]*$/.test(name), { error: 'sidecarName' }),
    /** Nothing is taken without it; after `waitS` it is, and somebody has to look. */
    required: z.boolean().default(false),
    waitS: z.int().min(1).max(86_400).default(120),
    encoding: z.enum(sidecarEncodings).default('utf-8'),
    delimiter: z.enum(sidecarDelimiters).default(';'),
    dates: z.enum(sidecarDates).default('iso'),
    /** What is told once. In CSV, of the first row. */
    fields: places(batchFields).default({}),
    /** Where the rows are in XML and JSON; a CSV is rows. */
    rows: place.optional(),
    /** Within a row. */
    rowFields: places(rowFields).default({}),
  })
  .refine(({ fields, rowFields: ofRows }) => Object.keys(fields).length + Object.keys(ofRows).length > 0, { error: 'nothingMapped', path: ['fields'] })
  .superRefine(({ format, fields, rows, rowFields: ofRows }, context) => {
    const places = [...Object.entries(fields).map(([field, at]) => [['fields', field], at] as const), ...Object.entries(ofRows).map(([field, at]) => [['rowFields', field], at] as const), ...(rows ? [[['rows'], rows] as const] : [])];
    for (const [path, at] of places) if (!isPlace(format, at)) context.addIssue({ code: 'custom', message: 'place', path: [...path] });
  })
  .refine(({ format, rows, rowFields: ofRows }) => format === 'csv' || !Object.keys(ofRows).length || rows !== undefined, { error: 'noRows', path: ['rows'] })
  .refine(({ name, rowFields: ofRows }) => /\{(name|file)\}/.test(name) || ofRows.file !== undefined, { error: 'indexWithoutFiles', path: ['rowFields', 'file'] });
export type SidecarSetting = z.infer<typeof sidecarSetting>;
