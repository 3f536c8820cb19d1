export * from './draw.js';
export * from './paper.js';
export * from './symbol.js';
