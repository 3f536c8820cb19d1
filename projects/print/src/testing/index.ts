export * from './verapdf.js';
