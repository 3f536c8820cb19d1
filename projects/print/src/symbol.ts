import bwip, { type RawOptions } from 'bwip-js/node';

/** The symbols that sheets and labels carry. */
export type Symbology = 'qr' | 'dataMatrix' | 'code128';

/** A symbol as black boxes, in its own units: the narrowest bar or square is 1. */
export interface Symbol {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
}

/** Drawn as boxes, not as an image: a printer's own resolution keeps the edges sharp. */
export function symbolOf(text: string, symbology: Symbology): Symbol {
  if (symbology === 'code128') return linear(text);
  const options = symbology === 'qr' ? { bcid: 'qrcode', text, eclevel: 'Q' } : { bcid: 'datamatrix', text };
  const [drawn] = bwip.raw(options as RawOptions);
  if (!drawn || !('pixs' in drawn)) throw new RangeError('no symbol');
  const { pixs, pixx: width, pixy: height } = drawn as { pixs: number[]; pixx: number; pixy: number };
  const boxes = pixs.flatMap((pixel, at) => (pixel ? [{ x: at % width, y: Math.floor(at / width), width: 1, height: 1 }] : []));
  return { width, height, boxes };
}

/** Bars as high as `height` is made when drawn. */
function linear(text: string): Symbol {
  const [drawn] = bwip.raw({ bcid: 'code128', text });
  if (!drawn || !('sbs' in drawn)) throw new RangeError('no symbol');
  let x = 0;
  const boxes = (drawn as { sbs: number[] }).sbs.flatMap((width, index) => {
    const bar = { x, y: 0, width, height: 1 };
    x += width;
    return index % 2 === 0 ? [bar] : [];
  });
  return { width: x, height: 1, boxes };
}
