import type { CustomerLinks } from '@heard/recovery';
import type { Happened } from './pipeline.js';

/** Keeps the customers' links as the histories of their cases tell it, in the transaction of the event. */
export class LinksOfCases {
  constructor(private readonly links: CustomerLinks) {}

  readonly keepLink = async ({ tx, event, record }: Happened): Promise<void> => {
    const caseId = record.state.id;
    switch (event.type) {
      case 'case.outcome_due':
        await this.links.make(tx, {
          id: event.linkId,
          caseId,
          purpose: 'outcome',
          until: event.until,
          public: false,
        });
        return;
      case 'case.outcome_asked':
      case 'case.report_sent': {
        const { linkId: id, until, channel } = event;
        if (id === undefined || until === undefined) return;
        const purpose = event.type === 'case.report_sent' ? 'report' : 'outcome';
        await this.links.make(tx, { id, caseId, purpose, until, public: channel === 'public' });
        return;
      }
      case 'case.report_revoked':
        await this.links.revoke(tx, event.linkId);
        return;
      default:
        return;
    }
  };

  readonly endQuestions = async ({ tx, record }: Happened): Promise<void> => {
    await this.links.endQuestions(tx, record.state.id);
  };
}
