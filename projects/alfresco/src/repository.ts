import { about, type About } from './about.js';
import { defaults, type AlfrescoConfig, type Credentials } from './config.js';
import { dictionaryOver, type Dictionary } from './dictionary.js';
import { apiClient } from './http/api-client.js';
import { senderFor } from './http/send.js';
import { openSession } from './http/session.js';
import { nodesOver, type Nodes } from './nodes/nodes.js';
import { groupsOf, groupsOver, type Groups } from './people/groups.js';
import { me, peopleOver, type People, type Person } from './people/people.js';
import { recordsOver, type Records } from './records/records.js';
import { searchOver, type Search } from './search/search.js';

/** The repository as one person or account sees it. */
export interface Repository {
  me(): Promise<Person>;
  /** Which repository this is, and which records management it has. */
  about(): Promise<About>;
  /** Authority ids of all groups that the person (default: oneself) is in, directly or not. */
  groupsOf(person?: string): Promise<readonly string[]>;
  readonly nodes: Nodes;
  readonly search: Search;
  readonly people: People;
  readonly groups: Groups;
  readonly dictionary: Dictionary;
  readonly records: Records;
}

/** Nothing is sent yet: the account signs in with its first request, once, and again when its ticket is no longer known. */
export function connect(config: AlfrescoConfig, credentials: Credentials): Repository {
  const sender = senderFor(config, openSession(config, credentials));
  const core = apiClient(sender.json, '/api/-default-/public/alfresco/versions/1');
  const search = apiClient(sender.json, '/api/-default-/public/search/versions/1', ['/search']);
  const self = async () => ({ id: (await me(core)).id, groups: await groupsOf(core) });
  return {
    me: () => me(core),
    about: () => about(sender.json),
    groupsOf: (person) => groupsOf(core, person),
    nodes: nodesOver(sender, config.retries ?? defaults.retries, self),
    search: searchOver(search),
    people: peopleOver(core),
    groups: groupsOver(core),
    dictionary: dictionaryOver(core),
    records: recordsOver(sender),
  };
}
