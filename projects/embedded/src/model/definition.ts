/** A rule on the value of a property, as a model declares it. */
export interface ConstraintDefinition {
  readonly id: string;
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly dataType: string;
  readonly title?: string;
  readonly description?: string;
  readonly defaultValue?: string;
  readonly multiple: boolean;
  readonly mandatory: boolean;
  readonly enforced: boolean;
  readonly protected: boolean;
  readonly constraints: readonly ConstraintDefinition[];
}

export interface AssociationDefinition {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly child: boolean;
  readonly protected: boolean;
  readonly source: { readonly cls: string; readonly many: boolean; readonly mandatory: boolean };
  readonly target: { readonly cls: string; readonly many: boolean; readonly mandatory: boolean; readonly enforced: boolean };
}

/** A type or an aspect. Names are prefixed (`cm:folder`). */
export interface ClassDefinition {
  readonly name: string;
  readonly aspect: boolean;
  readonly model: string;
  readonly title?: string;
  readonly description?: string;
  readonly parent?: string;
  readonly container: boolean;
  readonly archive: boolean;
  readonly includedInSupertypeQuery: boolean;
  readonly mandatoryAspects: readonly string[];
  readonly associations: readonly AssociationDefinition[];
  readonly properties: readonly PropertyDefinition[];
}

export interface Namespace {
  readonly prefix: string;
  readonly uri: string;
}

/** One content model: what a `cm:dictionaryModel` file declares. */
export interface ModelDefinition {
  readonly id: string;
  readonly author?: string;
  readonly description?: string;
  readonly version?: string;
  readonly namespaces: readonly Namespace[];
  readonly imports: readonly Namespace[];
  readonly classes: readonly ClassDefinition[];
}

export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':'));
export const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
