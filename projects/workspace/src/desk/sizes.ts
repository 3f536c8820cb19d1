export interface ThumbSize {
  readonly width: number;
  readonly height: number;
}
/** Boxes of thumbnails, small to large, as sheets of A4 lie in them. */
export const thumbSizes: readonly [ThumbSize, ThumbSize, ThumbSize] = [
  { width: 88, height: 120 },
  { width: 122, height: 168 },
  { width: 200, height: 276 },
];
/** Between two pages: where they can be parted. */
export const gutter = 20;
/** Between two envelopes. */
const gap = 8;
const band = 30;
const head = 42;
const caption = 24;
const margin = 14;

export const rowHeightOf = ({ height }: ThumbSize): number => band + head + height + caption + margin;
/** Even when each of them is an envelope. */
export const columnsIn = (width: number, thumb: ThumbSize): number => Math.max(1, Math.floor((width - gutter) / (thumb.width + gutter + gap)));
