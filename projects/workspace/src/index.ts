export { HOST, injectPlace, PlacePipe, type Host } from './host.js';
export * from './provide.js';
export * from './routes.js';
