import { evolveIncident, type Incident, type IncidentEvent } from '@heard/core';
import { type AnnounceEntries, RegisterBook } from '@heard/registers';
import { projectIncidents } from './store/incident-tables.js';

/** The register of incidents. */
export type IncidentBook = RegisterBook<Incident, IncidentEvent>;

/** The book of incidents; `announce` is told of everything that is written. */
export function incidentBook(announce: AnnounceEntries): IncidentBook {
  return new RegisterBook<Incident, IncidentEvent>(
    {
      register: 'incident',
      moments: new Set(['since', 'due', 'when']),
      evolve: evolveIncident,
      project: projectIncidents,
    },
    announce,
  );
}
