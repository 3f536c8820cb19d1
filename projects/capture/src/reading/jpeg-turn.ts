import { turnedOrientation } from './orientation.js';

const ORIENTATION = 274;
const SHORT = 3;
const APP1 = 0xe1;
const SCAN = 0xda;
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/**
 * The JPEG as it is, but for its orientation: written where the file says it, or into a segment of its own.
 * @returns undefined where its EXIF has no place for it
 */
export function turnedJpeg(jpeg: Buffer, turn: number): Buffer | undefined {
  const exif = exifOf(jpeg);
  if (exif === 'unreadable') return undefined;
  if (!exif) return Buffer.concat([jpeg.subarray(0, 2), segmentOf(turnedOrientation(1, turn)), jpeg.subarray(2)]);
  const turned = Buffer.from(jpeg);
  exif.write(turned, turnedOrientation(exif.orientation, turn));
  return turned;
}

interface Place {
  readonly orientation: number;
  readonly write: (to: Buffer, value: number) => void;
}

/** Where the EXIF of the first image says its orientation; undefined without EXIF. */
function exifOf(jpeg: Buffer): Place | 'unreadable' | undefined {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== SCAN; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const isExif = jpeg[at + 1] === APP1 && jpeg.subarray(at + 4, at + 10).equals(EXIF);
    if (isExif) return orientationAt(jpeg, at + 10) ?? 'unreadable';
  }
  return undefined;
}

function orientationAt(jpeg: Buffer, tiff: number): Place | undefined {
  try {
    const little = jpeg.toString('latin1', tiff, tiff + 2) === 'II';
    const u16 = (at: number): number => (little ? jpeg.readUInt16LE(at) : jpeg.readUInt16BE(at));
    const directory = tiff + (little ? jpeg.readUInt32LE(tiff + 4) : jpeg.readUInt32BE(tiff + 4));
    for (let entry = 0; entry < u16(directory); entry++) {
      const at = directory + 2 + entry * 12;
      if (u16(at) === ORIENTATION && u16(at + 2) === SHORT) return { orientation: u16(at + 8), write: (to, value) => void (little ? to.writeUInt16LE(value, at + 8) : to.writeUInt16BE(value, at + 8)) };
    }
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An EXIF segment that says nothing but the orientation. */
function segmentOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, EXIF, tiff]);
}
