import type { MigrationInterface } from 'typeorm';
import { WorkspacesAndStaff1795330800000 } from './202611220700-workspaces-and-staff.js';
import { SourcesAndMentions1795331100000 } from './202611220705-sources-and-mentions.js';
import { Cases1795331400000 } from './202611220710-cases.js';
import { AlertsAndDurableWork1795331700000 } from './202611220715-alerts-and-durable-work.js';
import { DemoRemoval1795332000000 } from './202611220720-demo-removal.js';

/** Every migration in order; a list instead of a file pattern, so that the build can see them. */
export const migrations: (new () => MigrationInterface)[] = [
  WorkspacesAndStaff1795330800000,
  SourcesAndMentions1795331100000,
  Cases1795331400000,
  AlertsAndDurableWork1795331700000,
  DemoRemoval1795332000000,
];
