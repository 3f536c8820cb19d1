import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { xmlPlace, type XmlStep } from '@bannette/domain';
import { SidecarError } from './sidecar-error.js';

interface Element {
  readonly [name: string]: readonly (Element | string)[] | string;
}
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true, parseTagValue: false, parseAttributeValue: false, isArray: (_name, _path, _leaf, isAttribute) => !isAttribute, alwaysCreateTextNode: true, textNodeName: '#text', maxNestedTags: 64 });

/**
 * A document without a DOCTYPE: nothing is fetched, and no entity but the five of XML itself is known, so that none can be
 * made to swell.
 */
export function openXml(text: string): (at: string, within?: unknown) => unknown[] {
  if (/<!DOCTYPE/i.test(text)) throw new SidecarError('sidecarDoctype');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new SidecarError('sidecarSyntax', { line: valid.err.line });
  const root = parse(text);
  return (at, within = root) => found(within as Element, at);
}

function parse(text: string): Element {
  try {
    return parser.parse(text) as Element;
  } catch {
    throw new SidecarError('sidecarSyntax', { line: 1 });
  }
}

function found(within: Element, at: string): unknown[] {
  const place = xmlPlace(at);
  if (!place) return [];
  const elements = place.steps.reduce<readonly Element[]>((here, step) => here.flatMap((element) => children(element, step)), [within]);
  if (place.attribute === undefined) return [...elements];
  return elements.flatMap((element) => own(element, `@${place.attribute ?? ''}`) ?? []);
}

function children(element: Element, { name, where, nth }: XmlStep): readonly Element[] {
  const named = [own(element, name) ?? []].flat().filter((child): child is Element => typeof child === 'object');
  const held = where ? named.filter((child) => own(child, `@${where.attribute}`) === where.value) : named;
  return nth ? held.slice(nth - 1, nth) : held;
}

const own = (element: Element, name: string): Element[string] | undefined => (Object.hasOwn(element, name) ? element[name] : undefined);

/** The text of what a place led to. */
export function xmlText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const text = value && typeof value === 'object' ? own(value as Element, '#text') : undefined;
  return Array.isArray(text) ? text.join(' ') : (text as string | undefined);
}
