import { AcsError } from '../http/errors.js';
import { localOf, prefixOf, type AssociationDefinition, type ClassDefinition, type ModelDefinition, type PropertyDefinition } from './definition.js';

/** All models in force, indexed. Immutable: a deployment makes a new one. */
export class Dictionary {
  readonly uris: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, ClassDefinition>;
  readonly properties: ReadonlyMap<string, PropertyDefinition>;
  readonly associations: ReadonlyMap<string, AssociationDefinition>;
  private readonly holders: ReadonlyMap<string, ClassDefinition>;
  private readonly models: ReadonlyMap<string, ModelDefinition>;
  private readonly subtypes = new Map<string, readonly string[]>();

  constructor(readonly list: readonly ModelDefinition[]) {
    const classes = list.flatMap((model) => model.classes);
    this.models = new Map(list.map((model) => [model.id, model]));
    this.uris = new Map(list.flatMap((model) => model.namespaces.map((one) => [one.prefix, one.uri] as const)));
    this.classes = new Map(classes.map((one) => [one.name, one]));
    this.properties = new Map(classes.flatMap((one) => one.properties.map((property) => [property.name, property] as const)));
    this.holders = new Map(classes.flatMap((one) => one.properties.map((property) => [property.name, one] as const)));
    this.associations = new Map(classes.flatMap((one) => one.associations.map((assoc) => [assoc.name, assoc] as const)));
  }

  type(name: string): ClassDefinition | undefined {
    const found = this.classes.get(name);
    return found?.aspect === false ? found : undefined;
  }

  aspect(name: string): ClassDefinition | undefined {
    const found = this.classes.get(name);
    return found?.aspect === true ? found : undefined;
  }

  model(id: string): ModelDefinition | undefined {
    return this.models.get(id);
  }

  /** The type or aspect that declares a property. */
  holder(property: string): ClassDefinition | undefined {
    return this.holders.get(property);
  }

  /** The class and its ancestors, nearest first. */
  lineage(name: string): readonly ClassDefinition[] {
    const line: ClassDefinition[] = [];
    for (let at = this.classes.get(name); at !== undefined && !line.includes(at); at = at.parent === undefined ? undefined : this.classes.get(at.parent)) line.push(at);
    return line;
  }

  isA(name: string, ancestor: string): boolean {
    return this.lineage(name).some((one) => one.name === ancestor);
  }

  /** The class and everything below it. */
  family(name: string): readonly string[] {
    const known = this.subtypes.get(name);
    if (known !== undefined) return known;
    const found = [...this.classes.keys()].filter((one) => this.isA(one, name));
    this.subtypes.set(name, found);
    return found;
  }

  /** Aspects that come with a class, through parents and through aspects of aspects. */
  mandatoryAspects(name: string): readonly string[] {
    const found = new Set<string>();
    const visit = (cls: string): void => {
      for (const one of this.lineage(cls)) {
        for (const aspect of one.mandatoryAspects) {
          if (found.has(aspect)) continue;
          found.add(aspect);
          visit(aspect);
        }
      }
    };
    visit(name);
    return [...found];
  }

  propertiesOf(name: string): readonly PropertyDefinition[] {
    return this.lineage(name).flatMap((one) => one.properties);
  }

  /** `{uri}local`, as Alfresco writes names in messages. */
  fullName(name: string): string {
    return `{${this.uris.get(prefixOf(name)) ?? ''}}${localOf(name)}`;
  }

  /** Accepts `cm:name`, `{uri}name`; without a prefix `cm` is not assumed. @throws AcsError 400 for an unmapped prefix */
  qname(text: string): string {
    const full = /^\{(.*)\}(.+)$/.exec(text);
    if (full !== null) {
      const prefix = [...this.uris].find(([, uri]) => uri === full[1])?.[0];
      return prefix === undefined ? text : `${prefix}:${full[2]}`;
    }
    if (!text.includes(':')) return text;
    const prefix = prefixOf(text);
    if (!this.uris.has(prefix)) throw new AcsError(400, `${text} isn't a valid QName. Namespace prefix ${prefix} is not mapped to a namespace URI`);
    return text;
  }
}
