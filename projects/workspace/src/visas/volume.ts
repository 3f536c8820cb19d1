const steps = [
  [1e9, 'gigabyte'],
  [1e6, 'megabyte'],
  [1e3, 'kilobyte'],
  [1, 'byte'],
] as const;

/** Bytes as people say them: `1,2 Mo`. */
export function volume(bytes: number, lang: string): string {
  const [size, unit] = steps.find(([least]) => bytes >= least) ?? [1, 'byte'];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: size > 1e3 ? 1 : 0 }).format(bytes / size);
}
