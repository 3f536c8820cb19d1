/** Widths of the images that are made of each page of a batch while it is read, in pixels. */
export const thumbnailWidths = [160, 320] as const;
