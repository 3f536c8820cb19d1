export { registerCandidates, registerDocuments, type RegisterCandidate } from './candidates.js';
export { destroyRegisterDay } from './destroy.js';
export { seriesRoutes } from './routes.js';
