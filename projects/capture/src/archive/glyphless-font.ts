import { real, type ObjectNumber, type PdfWriter } from './pdf-writer.js';

/** Advance of every character, in thousandths of the font size. */
export const ADVANCE = 500;
const UNITS = 1000;
/** The one glyph that stands for every character; 0 would mean "missing", which PDF/A forbids. */
const BLANK = 1;

/**
 * A font whose characters are all the same blank glyph: for text that is searched and copied, and never seen. Its codes are
 * UTF-16. Written once a file.
 */
export function putGlyphlessFont(writer: PdfWriter): ObjectNumber {
  const file = trueType();
  const program = writer.putDeflated(`/Length1 ${file.length}`, file);
  const descriptor = writer.put(`<< /Type /FontDescriptor /FontName /BannetteBlank /Flags 4 /FontBBox [0 0 ${ADVANCE} ${UNITS}] /ItalicAngle 0 /Ascent ${UNITS} /Descent 0 /CapHeight ${UNITS} /StemV 80 /FontFile2 ${program} 0 R >>`);
  const glyphs = writer.putDeflated('', Buffer.alloc(2 * 65536).fill(Buffer.from([0, BLANK])));
  const descendant = writer.put(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /BannetteBlank /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap ${glyphs} 0 R /DW ${real(ADVANCE)} /FontDescriptor ${descriptor} 0 R >>`);
  const unicode = writer.putDeflated('', toUnicode());
  return writer.put(`<< /Type /Font /Subtype /Type0 /BaseFont /BannetteBlank /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`);
}

const RANGES_AT_ONCE = 100;

/** Every code is its own character (a range may not leave its row of 256). */
function toUnicode(): string {
  const rows = Array.from({ length: 256 }, (_, row) => row.toString(16).padStart(2, '0')).map((row) => `<${row}00> <${row}ff> <${row}00>`);
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += RANGES_AT_ONCE) {
    const block = rows.slice(at, at + RANGES_AT_ONCE);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

/** The tables that an embedded TrueType font needs (PDF 1.7 §9.9), with two glyphs without outlines. */
function trueType(): Buffer {
  const tables: readonly (readonly [string, Buffer])[] = [
    ['cmap', words(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0)],
    ['glyf', Buffer.alloc(4)],
    ['head', words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, UNITS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ADVANCE, UNITS, 0, 8, 2, 0, 0)],
    ['hhea', words(1, 0, UNITS, 0, 0, ADVANCE, 0, 0, ADVANCE, 1, 0, 0, 0, 0, 0, 0, 0, 2)],
    ['hmtx', words(ADVANCE, 0, ADVANCE, 0)],
    ['loca', words(0, 0, 0)],
    ['maxp', words(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['post', words(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
  ];
  const directory = Buffer.alloc(12 + tables.length * 16);
  words(1, 0, tables.length, 128, 3, tables.length * 16 - 128).copy(directory);
  const bodies: Buffer[] = [];
  let at = directory.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const entry = 12 + index * 16;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([directory, ...bodies]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
