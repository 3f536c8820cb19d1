import { AlfrescoError, hasCode } from '../error.js';
import { fromWire, toWire, checkName, type Properties } from '../nodes/properties.js';
import { entryOf, listed, type Asks } from './asks.js';

/** The one site of records management that an Alfresco can have. */
export interface RecordsSite {
  readonly title: string;
  readonly compliance: 'STANDARD' | 'DOD5015';
}

export interface RecordCategory {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly properties: Properties;
  /** It has a retention schedule of its own, or one from a category above. */
  readonly hasSchedule: boolean;
}

export interface RecordFolder {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
}

export interface NewCategory {
  readonly name: string;
  readonly properties?: Properties;
}

export interface FilePlan {
  /** Undefined while there is none. @throws AlfrescoError `notOffered` when this Alfresco has no Governance Services (AGS) */
  site(): Promise<RecordsSite | undefined>;
  /** Makes the site with its file plan, default roles, and containers. Administrators only. @throws AlfrescoError `conflict` when there is one */
  createSite(title: string): Promise<RecordsSite>;
  /** Node id of the file plan. @throws AlfrescoError `notFound` without a site, `forbidden` without a role of records management */
  filePlanId(): Promise<string>;
  /** Categories right below the file plan. */
  topCategories(): Promise<readonly RecordCategory[]>;
  /** Categories right below another. */
  categories(parentId: string): Promise<readonly RecordCategory[]>;
  /**
   * Below the file plan without `parentId`. Such a top category inherits no permission, one below another does.
   * @throws AlfrescoError `conflict` when the name is taken
   */
  createCategory(category: NewCategory, parentId?: string): Promise<RecordCategory>;
  /** Folders right below a category, in which records lie. */
  folders(categoryId: string): Promise<readonly RecordFolder[]>;
  /** A folder made before its category has a schedule gets no lifecycle. @throws AlfrescoError `conflict` when the name is taken */
  createFolder(categoryId: string, name: string): Promise<RecordFolder>;
}

interface WireCategory {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly nodeType: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly hasRetentionSchedule?: boolean;
}

const isCategory = ({ nodeType }: WireCategory): boolean => nodeType === 'rma:recordCategory';
const toCategory = ({ id, name, parentId, properties, hasRetentionSchedule }: WireCategory): RecordCategory => ({
  id,
  name,
  parentId,
  properties: fromWire(properties ?? {}),
  hasSchedule: hasRetentionSchedule ?? false,
});
const toFolder = ({ id, name, parentId }: WireCategory): RecordFolder => ({ id, name, parentId });

const facts = 'include=properties,hasRetentionSchedule';
const plan = '/file-plans/-filePlan-';

export function filePlanOver(asks: Asks): FilePlan {
  const children = (categoryId: string, query: string): Promise<readonly WireCategory[]> =>
    listed<WireCategory>((page) => asks.gs('GET', '/record-categories/{id}/children', [categoryId], { query: page }), query);
  return {
    site: async () => {
      try {
        return entryOf<RecordsSite>(await asks.gs('GET', '/gs-sites/rm'));
      } catch (error) {
        return withoutSite(error);
      }
    },
    createSite: async (title) => entryOf<RecordsSite>(await asks.gs('POST', '/gs-sites', [], { body: { title, compliance: 'STANDARD' } })),
    filePlanId: async () => entryOf<{ id: string }>(await asks.gs('GET', plan)).id,
    topCategories: async () => (await listed<WireCategory>((query) => asks.gs('GET', `${plan}/categories`, [], { query }), facts)).filter(isCategory).map(toCategory),
    categories: async (parentId) => (await children(parentId, facts)).filter(isCategory).map(toCategory),
    createCategory: async ({ name, properties = {} }, parentId) => {
      checkName(name);
      const body = { name, nodeType: 'rma:recordCategory', properties: toWire(properties) };
      const [template, ids] = parentId ? ['/record-categories/{id}/children', [parentId]] : [`${plan}/categories`, []];
      return toCategory(entryOf(await asks.gs('POST', template, ids, { body })));
    },
    folders: async (categoryId) => (await children(categoryId, 'where=(isRecordFolder=true)')).map(toFolder),
    createFolder: async (categoryId, name) => {
      checkName(name);
      return toFolder(entryOf(await asks.gs('POST', '/record-categories/{id}/children', [categoryId], { body: { name, nodeType: 'rma:recordFolder' } })));
    },
  };
}

// Alfresco answers 404 for a site that isn't there and for an API that it doesn't have, with two words.
function withoutSite(error: unknown): undefined {
  if (!hasCode(error, 'notFound', 'notOffered')) throw error;
  if (error.errorKey === 'framework.exception.EntityNotFound') return undefined;
  throw new AlfrescoError('notOffered', error.operation, { status: error.status, errorKey: error.errorKey, cause: error });
}
