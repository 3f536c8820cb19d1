import { AlfrescoError } from '../error.js';
import { entryOf, listed, type Asks } from './asks.js';

/** What stops every change, move, and destruction of what is in it. */
export interface Hold {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly description?: string;
}

export interface Holds {
  list(): Promise<readonly Hold[]>;
  /** @throws AlfrescoError `conflict` when the name is taken, `forbidden` without Filing on the container of holds */
  create(hold: Omit<Hold, 'id'>): Promise<Hold>;
  /** Node ids of what is held. */
  members(holdId: string): Promise<readonly string[]>;
  /** Holds a record, a record folder, or a document; no other folder (400). One that is held stays so. */
  add(holdId: string, nodeId: string): Promise<void>;
  remove(holdId: string, nodeId: string): Promise<void>;
  /** Lets go of all that is in it, and of the hold. AGS takes a reason too, from who may edit holds; ours is in the journal. */
  release(holdId: string): Promise<void>;
  /** Node id of the container in which holds are made. */
  containerId(filePlanId: string): Promise<string>;
}

const ofPlan = '/file-plans/-filePlan-/holds';

export function holdsOver(asks: Asks): Holds {
  return {
    list: () => listed<Hold>((query) => asks.gs('GET', ofPlan, [], { query })),
    create: async (hold) => entryOf<Hold>(await asks.gs('POST', ofPlan, [], { body: hold })),
    members: async (holdId) => (await listed<{ id: string }>((query) => asks.gs('GET', '/holds/{id}/children', [holdId], { query }))).map(({ id }) => id),
    add: async (holdId, nodeId) => void (await asks.gs('POST', '/holds/{id}/children', [holdId], { body: { id: nodeId } })),
    remove: async (holdId, nodeId) => void (await asks.gs('DELETE', '/holds/{id}/children/{nodeId}', [holdId, nodeId])),
    release: async (holdId) => void (await asks.gs('DELETE', '/holds/{id}', [holdId])),
    containerId: async (filePlanId) => {
      // AGS names it so in every language.
      const { id, nodeType } = entryOf<{ id: string; nodeType: string }>(await asks.node(filePlanId, 'relativePath=Holds'));
      if (nodeType !== 'rma:holdContainer') throw new AlfrescoError('notFound', 'container of holds');
      return id;
    },
  };
}
