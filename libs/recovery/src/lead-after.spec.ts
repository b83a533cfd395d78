import type { Transaction } from '@heard/database';
import { leadAfter } from './lead-after.js';
import type { Team } from './ports.js';

const leads = ['iryna', 'oksana'];

/** A team of one manager and two leads, of whom these are there; cases go to Oksana. */
function team(present: readonly string[]): Team {
  return {
    timeZone: async () => 'Europe/Kyiv',
    lead: async () => 'oksana',
    isLead: async (_tx, staffId) => leads.includes(staffId),
    isPresent: async (_tx, staffId) => present.includes(staffId),
    isMadeUp: async () => false,
    nameOf: async (_tx, staffId) => staffId,
  };
}

test.each<[string, readonly string[], string, string]>([
  ['a manager loses it to the lead, there or not', ['taras'], 'taras', 'oksana'],
  ['a lead who is there keeps it', ['iryna', 'oksana'], 'iryna', 'iryna'],
  ['a lead who is away loses it to one who is there', ['oksana'], 'iryna', 'oksana'],
  ['a lead who is away keeps it while no lead is there', [], 'iryna', 'iryna'],
])('%s', async (_rule, present, assignee, expected) => {
  const record = { demo: false, state: { assignee } };
  const who = { team: team(present), assigneePresent: present.includes(assignee) };
  expect(await leadAfter(undefined as unknown as Transaction, record, who)).toBe(expected);
});
