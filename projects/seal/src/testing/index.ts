export { makeKey, type TestKey } from './key-file.js';
export { startTimestampAuthority, type LocalAuthority } from './timestamp-authority.js';
