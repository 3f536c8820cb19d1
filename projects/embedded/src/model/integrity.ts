import { runningNumber } from '../http/errors.js';
import { AcsError } from '../http/errors.js';
import type { ClassDefinition, ConstraintDefinition, PropertyDefinition } from './definition.js';
import type { Dictionary } from './dictionary.js';

/** A node as it is about to be, before it is made durable. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aspects: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const expressions = new Map<string, RegExp>();

function matches(expression: string, value: string): boolean {
  let compiled = expressions.get(expression);
  if (compiled === undefined) {
    compiled = new RegExp(`^(?:${expression})$`);
    expressions.set(expression, compiled);
  }
  return compiled.test(value);
}

function broken(rule: ConstraintDefinition, value: unknown): string | undefined {
  const { parameters } = rule;
  const text = String(value);
  switch (rule.type) {
    case 'LIST': {
      const allowed = (parameters['allowedValues'] as readonly string[] | undefined) ?? [];
      const same = parameters['caseSensitive'] === false ? (one: string) => one.toLowerCase() === text.toLowerCase() : (one: string) => one === text;
      return allowed.some(same) ? undefined : `The value is not an allowed value: ${text}`;
    }
    case 'REGEX': {
      const required = parameters['requiresMatch'] !== false;
      if (matches(String(parameters['expression']), text) === required) return undefined;
      return rule.id === 'cm:filename' ? `Value '${text}' is not valid as a file name. This property must be a valid file name.` : `Value '${text}' does not match regular expression: ${String(parameters['expression'])}`;
    }
    case 'LENGTH': {
      const [low, high] = [Number(parameters['minLength'] ?? 0), Number(parameters['maxLength'] ?? Number.MAX_SAFE_INTEGER)];
      return text.length >= low && text.length <= high ? undefined : `String length of '${text}' is not in range [${low}; ${high}]`;
    }
    case 'MINMAX': {
      const [low, high] = [Number(parameters['minValue'] ?? -Infinity), Number(parameters['maxValue'] ?? Infinity)];
      return Number(value) >= low && Number(value) <= high ? undefined : `Numeric value '${text}' is not in range [${low}; ${high}]`;
    }
    default: return undefined;
  }
}

function faultsOf(node: Candidate, holder: ClassDefinition, property: PropertyDefinition, dictionary: Dictionary): string[] {
  const value = property.name === 'cm:name' ? node.name : node.properties[property.name];
  const head = (type: string) => `   Node: workspace://SpacesStore/${node.id}\n   Name: ${node.name}\n   Type: ${dictionary.fullName(type)}\n   Property: ${dictionary.fullName(property.name)}`;
  if (value === undefined || value === null) {
    return property.mandatory && property.enforced && !property.protected ? [`Mandatory property not set: \n${head(holder.aspect ? holder.name : node.type)}`] : [];
  }
  return property.constraints.flatMap((rule) => {
    const wrong = (Array.isArray(value) ? value : [value]).map((one) => broken(rule, one)).find((fault) => fault !== undefined);
    return wrong === undefined ? [] : [`Invalid property value: \n${head(holder.aspect ? holder.name : node.type)}\n   Constraint: ${runningNumber()} ${wrong}`];
  });
}

/** Every rule of the node's type and aspects, and of properties that it holds beside them. @throws AcsError 422 "Found n integrity violations" */
export function assertIntegrity(node: Candidate, dictionary: Dictionary): void {
  const holders = [node.type, ...node.aspects].flatMap((name) => dictionary.lineage(name));
  const faults = [...new Set(holders)].flatMap((holder) => holder.properties.flatMap((property) => faultsOf(node, holder, property, dictionary)));
  if (faults.length > 0) throw violations(faults);
}

export const violations = (faults: readonly string[]): AcsError => new AcsError(422, 'framework.exception.ApiDefault', `Found ${faults.length} integrity violations:\n${faults.join('\n')}`);

/** Said of a parent that may not hold children by this association. */
export function wrongSource(node: { id: string; type: string }, assocType: string, dictionary: Dictionary): AcsError {
  const assoc = dictionary.associations.get(assocType);
  const name = (cls: string | undefined) => dictionary.fullName(cls ?? 'sys:base');
  return violations([
    `The association source type is incorrect: \n   Source Node: workspace://SpacesStore/${node.id}\n   Association: Association[ class=ClassDef[name=${name(assoc?.source.cls)}], name=${dictionary.fullName(assocType)}, target class=${name(assoc?.target.cls)}, source role=null, target role=null]\n   Required Source Type: ${name(assoc?.source.cls)}\n   Actual Source Type: ${name(node.type)}`,
  ]);
}
