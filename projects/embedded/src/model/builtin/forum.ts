import type { ClassDefinition } from '../definition.js';
import { aspect, property, type } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const forumClasses: readonly ClassDefinition[] = [
  type({ name: 'fm:forum', title: 'Forum', description: 'Space containing topics', parent: 'cm:folder', model: 'fm:forummodel', container: true, archive: true }),
  type({ name: 'fm:forums', title: 'Forum Space', description: 'Space containing forums', parent: 'cm:folder', model: 'fm:forummodel', container: true, archive: true }),
  type({ name: 'fm:post', title: 'Forum Article', description: 'Forum article posted to a topic', parent: 'cm:content', model: 'fm:forummodel' }),
  type({ name: 'fm:topic', title: 'Topic', description: 'Space containing forum articles (posts)', parent: 'cm:folder', model: 'fm:forummodel', container: true, archive: true }),
  aspect({ name: 'fm:commentsRollup', model: 'fm:forummodel', properties: [
      property('fm:commentCount', 'd:int', { title: 'Comment count rollup for this node' }),
    ] }),
  aspect({ name: 'fm:discussable', title: 'Discussable', description: 'Allows an object to be discussed', model: 'fm:forummodel', container: true, associations: [
      { name: 'fm:discussion', title: 'Discussion', description: 'The forum holding the discussion on the object the aspect is applied to', child: true, protected: false, source: { cls: 'fm:discussable', many: false, mandatory: false }, target: { cls: 'fm:forum', many: false, mandatory: true, enforced: true } },
    ] }),
];
