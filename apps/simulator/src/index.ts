export type { Letter } from './letter.js';
export { facebookPageId, instagramAccountId, type Place, shopName } from './places.js';
export type { Platforms } from './platforms.js';
export {
  type Simulator,
  type SimulatorLog,
  type SimulatorMailbox,
  type SimulatorOptions,
  type SimulatorPorts,
  startSimulator,
} from './simulator.js';
export { removeState } from './state-file.js';
