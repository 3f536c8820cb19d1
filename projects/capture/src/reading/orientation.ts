/** EXIF and TIFF orientations (TIFF 6.0, tag 274), each followed by the one that shows it a quarter turn further, clockwise. */
const CYCLES = [
  [1, 6, 3, 8],
  [2, 7, 4, 5],
] as const;

/** The orientation that shows what `orientation` shows, turned clockwise by `turn` degrees. */
export function turnedOrientation(orientation: number, turn: number): number {
  const cycle = CYCLES.find((candidates) => (candidates as readonly number[]).includes(orientation)) ?? CYCLES[0];
  const at = Math.max(0, (cycle as readonly number[]).indexOf(orientation));
  return cycle[(at + turn / 90) % 4] ?? 1;
}
