export * from './draw.js';
export * from './paper.js';
export * from './sheet-code.js';
export * from './symbol.js';
