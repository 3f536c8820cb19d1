export { registerCandidates, registerDocuments, type RegisterCandidate } from './candidates.js';
export { destroyRegisterDay } from './destroy.js';
export { registerSeries, sortRegister } from './view.js';
