import type { ClassDefinition, ConstraintDefinition, PropertyDefinition } from '../definition.js';

type Declared = Pick<ClassDefinition, 'name' | 'model'> & Partial<ClassDefinition>;

const filled = (declared: Declared, aspect: boolean): ClassDefinition => ({
  container: false, archive: false, includedInSupertypeQuery: true, mandatoryAspects: [], associations: [], properties: [], ...declared, aspect,
});

export const type = (declared: Declared): ClassDefinition => filled(declared, false);
export const aspect = (declared: Declared): ClassDefinition => filled(declared, true);

export const property = (name: string, dataType: string, rest: Partial<PropertyDefinition> = {}): PropertyDefinition => ({
  multiple: false, mandatory: false, enforced: false, protected: false, constraints: [], ...rest, name, dataType,
});

/** The characters that Alfresco refuses in a node's name. */
export const fileName: ConstraintDefinition = {
  id: 'cm:filename',
  type: 'REGEX',
  parameters: { requiresMatch: false, expression: '(.*[\\"\\*\\\\\\>\\<\\?\\/\\:\\|]+.*)|(.*[\\.]?.*[\\.]+$)|(.*[ ]+$)' },
};
