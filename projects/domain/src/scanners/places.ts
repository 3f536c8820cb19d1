import type { SidecarSetting } from '../settings/sidecars.js';

/** A step of a path into XML: an element by name, and which of several. Prefixes of names don't count. */
export interface XmlStep {
  readonly name: string;
  readonly where?: { readonly attribute: string; readonly value: string };
  /** From 1. */
  readonly nth?: number;
}
export interface XmlPlace {
  readonly steps: readonly XmlStep[];
  /** Its attribute; absent, the element's text. */
  readonly attribute?: string;
}

const name = String.raw`(?:[\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)`;
const attribute = new RegExp(`^@${name}$`, 'u');
const step = new RegExp(`^${name}(?:\\[@${name}=(?:'([^']*)'|"([^"]*)")\\]|\\[([1-9]\\d{0,4})\\])?$`, 'u');

/** `Lot/Page[2]/Champ[@nom='Opérateur']/@valeur`; undefined when it is no such path. */
export function xmlPlace(text: string): XmlPlace | undefined {
  const parts = text.replace(/^\//, '').split(/\/(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/);
  const last = attribute.exec(parts.at(-1) ?? '');
  const steps = (last ? parts.slice(0, -1) : parts).map((part) => {
    const [whole, element, byAttribute, single, double, nth] = step.exec(part) ?? [];
    if (whole === undefined || element === undefined) return undefined;
    return { name: element, ...(byAttribute ? { where: { attribute: byAttribute, value: single ?? double ?? '' } } : {}), ...(nth ? { nth: Number(nth) } : {}) };
  });
  if (steps.some((one) => !one) || (!steps.length && !last)) return undefined;
  return { steps: steps as XmlStep[], ...(last?.[1] ? { attribute: last[1] } : {}) };
}

/** Steps of a JSON pointer (RFC 6901); undefined when it is none. */
export function jsonPlace(text: string): readonly string[] | undefined {
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined;
  return text.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A column by its number, from 1, or by its name. */
export function csvPlace(text: string): number | string {
  const [, number] = /^#([1-9]\d{0,3})$/.exec(text) ?? [];
  return number ? Number(number) : text;
}

/** Whether a place can be looked up in a file of this format. */
export function isPlace(format: SidecarSetting['format'], text: string): boolean {
  return format === 'csv' || (format === 'json' ? jsonPlace(text) : xmlPlace(text)) !== undefined;
}
