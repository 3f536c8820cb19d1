export interface ThumbSize {
  readonly width: number;
  readonly height: number;
}
/** Boxes of thumbnails, small to large, as sheets of A4 lie in them. */
export const thumbSizes: readonly [ThumbSize, ThumbSize, ThumbSize] = [
  { width: 76, height: 106 },
  { width: 100, height: 140 },
  { width: 180, height: 250 },
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

/** As many columns as there is room for at this size, even when each page is an envelope, and the thumbnails so much larger that they fill it. */
export function fitted(room: number, size: ThumbSize): { readonly columns: number; readonly thumb: ThumbSize } {
  const between = gutter + gap;
  const columns = Math.max(1, Math.floor((room - gap) / (size.width + between)));
  const width = Math.max(size.width, Math.min(Math.round(size.width * 1.5), Math.floor((room - gap) / columns) - between));
  return { columns, thumb: { width, height: Math.round((width * size.height) / size.width) } };
}
