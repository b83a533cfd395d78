import type { LetterView, PageOf } from '@heard/insight';
import type { PageAsked } from './page.js';

/** The demo's made-up mailbox. */
export interface DemoPart {
  running(workspaceId: string): Promise<boolean>;
  letters(workspaceId: string, page: PageAsked): Promise<PageOf<LetterView>>;
}
