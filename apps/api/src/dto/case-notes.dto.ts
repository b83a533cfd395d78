import { type FixPart, fixParts, type RecordClaim } from '@heard/core';
import { OneOf, Text } from './fields.js';

/** A part of the recovery that was given to the customer. */
export class PartDto {
  @OneOf(fixParts)
  part: FixPart;

  @Text({ max: 5_000, about: 'What shows it: an address of a photo, a receipt number, their words.' })
  evidence: string;
}

/** What a system of ours says about the matter. */
export class OurRecordDto {
  @OneOf(['delivered', 'paid', 'resolved', 'cancelled', 'received'])
  claim: RecordClaim;

  @Text({ max: 500, about: 'Where it says so: the system and the number.' })
  where: string;
}

/** That we sent the customer to somebody else. */
export class SentOnDto {
  @Text({ max: 5_000, about: 'To whom, in the words that were used.' })
  words: string;
}
