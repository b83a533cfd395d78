import { type Assess, type Assessment, type AssessmentInput, isUnsure } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Adaptations, ReadyAdaptation, UnsureBand } from '@heard/understanding';

/** Assesses a text beside what a workspace taught the model, where that is switched on. */
export type AssessAdapted = (input: AssessmentInput, adaptation?: ReadyAdaptation) => Assessment;

/**
 * Assesses as one workspace wants it: beside what people taught the model there, and a person is asked about what is
 * closer than it chose.
 */
export class AssessHere {
  constructor(
    private readonly assess: AssessAdapted,
    private readonly band: Pick<UnsureBand, 'width'>,
    private readonly adaptations: Pick<Adaptations, 'current'>,
  ) {}

  /** For the texts of one source; what was learned of a source alone is left out where none is named. */
  async in(tx: Transaction, sourceId?: string): Promise<Assess> {
    const width = await this.band.width(tx);
    const adaptation = await this.adaptations.current(tx, sourceId);
    return (input) => {
      const assessment = this.assess(input, adaptation);
      return isUnsure(assessment.lean, width) ? { ...assessment, unsure: true } : assessment;
    };
  }
}
