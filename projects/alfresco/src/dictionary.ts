import { AspectsApi, TypesApi } from '@alfresco/js-api';
import { hasCode } from './error.js';
import type { apiClient } from './http/api-client.js';

/** What the running repository knows of types and aspects: after an update of the model this lags 2 to 3 s behind the file. */
export interface Dictionary {
  /** Names of the properties of a type or aspect, inherited ones too; undefined when there is no such class. */
  propertiesOf(kind: 'type' | 'aspect', name: string): Promise<readonly string[] | undefined>;
}

interface WireClass {
  readonly properties?: readonly { readonly id?: string }[];
}

export function dictionaryOver(client: ReturnType<typeof apiClient>): Dictionary {
  const types = new TypesApi(client);
  const aspects = new AspectsApi(client);
  return {
    propertiesOf: async (kind, name) => {
      try {
        const { entry } = kind === 'type' ? await types.getType(name) : await aspects.getAspect(name);
        return ((entry as WireClass).properties ?? []).flatMap(({ id }) => id ?? []);
      } catch (error) {
        if (hasCode(error, 'notFound')) return undefined;
        throw error;
      }
    },
  };
}
