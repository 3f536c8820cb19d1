/**
 * The colour space that screens and scanners mean (IEC 61966-2-1), as an ICC profile of version 4.2, built from the
 * standard's own numbers: primaries adapted to D50, and its curve as a formula.
 */
export function srgbProfile(): Buffer {
  const curve = parametricCurve([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright')],
    ['wtpt', xyz(D50)],
    ['chad', Buffer.concat([head('sf32'), ...BRADFORD_D65_TO_D50.map(fixed)])],
    ['rXYZ', xyz([0.436065, 0.222488, 0.013916])],
    ['gXYZ', xyz([0.385147, 0.716873, 0.097076])],
    ['bXYZ', xyz([0.143066, 0.060608, 0.714096])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = HEADER_LENGTH + table.length;
  for (const [index, [name, body]] of tags.entries()) {
    const at = places.get(body) ?? end;
    if (at === end) {
      bodies.push(body, Buffer.alloc((4 - (body.length % 4)) % 4));
      places.set(body, at);
      end += body.length + ((4 - (body.length % 4)) % 4);
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
  }
  return Buffer.concat([header(end), table, ...bodies]);
}

const HEADER_LENGTH = 128;
const D50 = [0.9642, 1, 0.8249] as const;
const BRADFORD_D65_TO_D50 = [1.047882, 0.022919, -0.050217, 0.029586, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678];

/** ICC.1:2004-10 §7.2. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  bytes.writeUInt16BE(2026, 24);
  bytes.writeUInt16BE(1, 26);
  bytes.writeUInt16BE(1, 28);
  bytes.write('acsp', 36, 'latin1');
  Buffer.concat(D50.map(fixed)).copy(bytes, 68);
  return bytes;
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}

const head = (type: string): Buffer => Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4)]);

const xyz = (values: readonly number[]): Buffer => Buffer.concat([head('XYZ '), ...values.map(fixed)]);

/** Function type 3: `(aX + b)^g` from d on, `cX` below. */
const parametricCurve = (parameters: readonly number[]): Buffer => Buffer.concat([head('para'), Buffer.from([0, 3, 0, 0]), ...parameters.map(fixed)]);

/** multiLocalizedUnicodeType with one text. */
function text(value: string): Buffer {
  const utf16 = Buffer.from(value, 'utf16le').swap16();
  const record = Buffer.alloc(20);
  record.writeUInt32BE(1, 0);
  record.writeUInt32BE(12, 4);
  record.write('enUS', 8, 'latin1');
  record.writeUInt32BE(utf16.length, 12);
  record.writeUInt32BE(28, 16);
  return Buffer.concat([head('mluc'), record, utf16]);
}
