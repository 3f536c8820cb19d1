interface Address {
  readonly address?: string;
  readonly lines?: readonly string[];
  readonly postcode?: string;
  readonly city?: string;
  readonly country?: string;
}

/** An address in one line, for lists and for comparing. */
export function addressText({ address, lines = address?.split('\n') ?? [], postcode, city, country }: Address): string {
  return [...lines, [postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
}
