export { startTestHouse, type TestHouse } from './house.js';
export { startChild, type ChildBannette } from './child.js';
export { clientOf, signIn, type Answer, type Client } from './client.js';
export { testLetter, type TestLetter } from './letter.js';
export { until } from './until.js';
export { alfrescoProxy, type WireProxy } from './alfresco-proxy.js';
export { postgresProxy } from './postgres-proxy.js';
export { border, type Border, type Crossing, type Trap, type Wire } from './border.js';
export { startKillable, type Killable } from './killable.js';
