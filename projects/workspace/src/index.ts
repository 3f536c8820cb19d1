export * from './routes.js';
export * from './provide.js';
