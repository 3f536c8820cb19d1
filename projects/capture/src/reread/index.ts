export { askReread, rereadTask } from './ask.js';
export { reread } from './run.js';
export { documentReading, type Languages } from './view.js';
