export { startEmbedded, type Embedded, type EmbeddedOptions } from './server.js';
