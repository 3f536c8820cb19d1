export { dss, type Dss } from './dss.js';
export { makeKey, type TestKey } from './key-file.js';
export { startTimestampAuthority, type LocalAuthority } from './timestamp-authority.js';
