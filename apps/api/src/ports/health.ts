/** Whether this process can serve. */
export interface HealthPart {
  /** Faults, in words for an operator, while the database does not answer or has not the newest schema. */
  ready(): Promise<void>;
}
