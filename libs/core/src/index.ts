export * from './assessment.js';
export * from './clock.js';
export * from './fault.js';
export * from './mention.js';
