export { AntivirusAway, type Antivirus, type AntivirusFacts, type Verdict } from './antivirus.js';
export { clamd, clamdAddress } from './clamd.js';
