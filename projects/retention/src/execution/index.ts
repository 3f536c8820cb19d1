import { serve } from '@bannette/http';
import type { House, Sidecar } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { resumeCampaign, startCampaign, stopCampaign } from './acts.js';
import { certifyCampaign } from './certificate.js';
import { canDestroy, finishTask, runTask, type ExecutionOptions } from './execution.js';
import { finish } from './finish.js';
import { runHand } from './run.js';
import { unverifiedEliminations } from './unverified.js';
import { campaignItemSteps, campaignOutcomes, listEliminations, viewElimination, viewExecution } from './view.js';

/** Carrying out campaigns that have their visa, and what remains of what was eliminated. */
export function executionRoutes(house: House, app: FastifyInstance, options: ExecutionOptions): void {
  const execution = { ...options, house };
  serve(app, {
    campaignExecution: ({ caller, params }) => viewExecution(execution, caller, params.id),
    campaignOutcomes: (call) => campaignOutcomes(execution, call),
    campaignItemSteps: (call) => campaignItemSteps(execution, call),
    startCampaign: (call) => startCampaign(execution, call),
    stopCampaign: (call) => stopCampaign(execution, call),
    resumeCampaign: (call) => resumeCampaign(execution, call),
    certifyCampaign: (call) => certifyCampaign(execution, call),
    eliminations: (call) => listEliminations(execution, call),
    unverifiedEliminations: (call) => unverifiedEliminations(execution, call),
    elimination: (call) => viewElimination(execution, call),
  });
}

/** A process that can't destroy takes no such job: those that can have them all. */
export function executionTasks(house: House, options: ExecutionOptions): NonNullable<Sidecar['tasks']> {
  const execution = { ...options, house };
  return { ...(canDestroy(execution) ? { [runTask]: runHand(execution) } : {}), [finishTask]: finish(execution) };
}

export { eliminateAgain, type AgainReport } from './again.js';
export { attestedList, type AttestationFault } from './attested.js';
export { askForHands, tendCampaigns } from './finish.js';
export { isAsWritten, readLedger, writeLedger, type LedgerLine } from './ledger.js';
export { unverifiedLines } from './unverified.js';
export type { ExecutionOptions } from './execution.js';
