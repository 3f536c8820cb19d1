import type { TraySetting, TraySort } from '@bannette/domain';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Strand } from './strands.js';

export const trayKinds = ['personal', 'copies', 'late', 'today', 'unread', 'followed', 'signals', 'function', 'toAssign', 'supervised', 'replacing', 'qualification', 'service'] as const;
export type TrayKind = (typeof trayKinds)[number];

/** Which kept counts a tray adds up. */
export interface Counting {
  /** `tray:…`, `service:…`, see `tray_places` of the store. */
  readonly whose: readonly string[];
  /** Less what these say. */
  readonly but?: readonly string[];
  /** Only what is for one of the person's groups, where a count names groups. */
  readonly guarded?: boolean;
  /** Only a count of exactly these, or of one that the person handles too. */
  readonly among?: (who: readonly string[]) => boolean;
  /** Only what is late, or due today. */
  readonly part?: 'late' | 'today';
  /** Counted row by row instead: for the little that one person has. */
  readonly rows?: RawBuilder<SqlBool>;
}

/** A tray as one person has it: ranges of indexes to read, an order, and counts to add up. */
export interface Tray {
  readonly id: string;
  readonly kind: TrayKind;
  readonly setting?: TraySetting;
  /** Of a qualification tray: the site whose mail room's it is; none: the central one. */
  readonly site?: string;
  /** Whom they replace. */
  readonly replaced?: { readonly id: string; readonly displayName: string };
  readonly strands: readonly Strand[];
  readonly sort: TraySort;
  readonly counting: Counting;
}
