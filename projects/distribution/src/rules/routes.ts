import { serve } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { ruleCorrections, ruleReturns, serviceLoads } from './returns.js';
import { cancelSimulation, publishSimulation, simulate, simulation, simulationChanges, simulations } from './simulations.js';
import { tryOnMail } from './try.js';

export function ruleRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    tryRules: (call) => tryOnMail(house, call),
    simulations: (call) => simulations(house, call),
    simulate: (call) => simulate(house, call),
    simulation: (call) => simulation(house, call),
    simulationChanges: (call) => simulationChanges(house, call),
    cancelSimulation: (call) => cancelSimulation(house, call),
    publishSimulation: (call) => publishSimulation(house, call),
    ruleReturns: (call) => ruleReturns(house, call),
    ruleCorrections: (call) => ruleCorrections(house, call),
    serviceLoads: (call) => serviceLoads(house, call),
  });
}
