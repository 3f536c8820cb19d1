import { check } from '../check.js';
import { finding } from '../report.js';

/** Alfresco's event broker. No configuration names one yet. */
export const eventBroker = check('eventBroker', 'alfresco', [], async () => [finding('brokerNotConfigured')]);
