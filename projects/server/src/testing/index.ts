export { startTestHouse, type TestHouse } from './house.js';
export { startChild, type ChildBannette } from './child.js';
export { clientOf, signIn, type Answer, type Client } from './client.js';
export { testLetter, type TestLetter } from './letter.js';
export { until } from './until.js';
