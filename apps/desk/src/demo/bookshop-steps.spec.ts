import { type CustomerSaid, nextBookshopStep } from './bookshop-steps.js';
import type { CaseSeen } from './store/demo-rows.js';
import { bookshopLines as lines } from './stories/bookshop.js';

const now = new Date('2026-11-22T12:00:00Z');
const nothingSaid: CustomerSaid = { acceptance: 'not_yet', praise: 'not_yet' };
const opened: CaseSeen = {
  id: 'case',
  closed: false,
  assigneeId: 'oksana',
  assigneeIsDemo: true,
  mentionId: 'post',
  answers: [],
  hasOutcome: false,
};
const first = { text: lines.firstAnswer, state: 'visible' } as const;
const second = { text: lines.secondAnswer, state: 'visible' } as const;
const promised: CaseSeen = { ...opened, answers: [first, second], fix: { id: 'fix', state: 'offered' } };

const step = (seen: CaseSeen | undefined, said = nothingSaid) => {
  const next = nextBookshopStep(seen, said, 'oksana', now);
  if (next.kind === 'act') return next.command.type;
  return next.kind === 'say' ? `say ${next.what}` : next.kind;
};

test.each<[string, CaseSeen | undefined, CustomerSaid, string]>([
  ['no case yet', undefined, nothingSaid, 'wait'],
  ['the other manager has it', { ...opened, assigneeId: 'maksym' }, nothingSaid, 'take'],
  ['nobody has answered', opened, nothingSaid, 'answer'],
  ['the answer is on its way', { ...opened, answers: [{ ...first, state: 'sent' }] }, nothingSaid, 'wait'],
  ['the answer was refused', { ...opened, answers: [{ ...first, state: 'rejected' }] }, nothingSaid, 'end'],
  ['the answer is visible', { ...opened, answers: [first] }, nothingSaid, 'offer_fix'],
  ['the offer is not said yet', { ...promised, answers: [first] }, nothingSaid, 'answer'],
  ['the offer is said', promised, nothingSaid, 'say acceptance'],
  ['acceptance not heard yet', promised, { ...nothingSaid, acceptance: 'said' }, 'wait'],
  ['acceptance heard', promised, { ...nothingSaid, acceptance: 'heard' }, 'accept_fix'],
  [
    'accepted',
    { ...promised, fix: { id: 'fix', state: 'accepted' } },
    { ...nothingSaid, acceptance: 'heard' },
    'complete_fix',
  ],
  [
    'done',
    { ...promised, fix: { id: 'fix', state: 'done' } },
    { acceptance: 'heard', praise: 'not_yet' },
    'say praise',
  ],
  [
    'praised',
    { ...promised, fix: { id: 'fix', state: 'done' } },
    { acceptance: 'heard', praise: 'heard' },
    'record_outcome',
  ],
  [
    'recorded',
    { ...promised, fix: { id: 'fix', state: 'done' }, hasOutcome: true },
    { acceptance: 'heard', praise: 'heard' },
    'close',
  ],
  ['closed', { ...promised, closed: true }, nothingSaid, 'end'],
  ['a real person has taken it', { ...opened, assigneeId: 'you', assigneeIsDemo: false }, nothingSaid, 'end'],
])('%s', (_name, seen, said, expected) => {
  expect(step(seen, said)).toBe(expected);
});

test('the offer says who goes, where, when and at what cost', () => {
  const next = nextBookshopStep({ ...opened, answers: [first] }, nothingSaid, 'oksana', now);
  expect(next).toMatchObject({
    command: {
      offer: {
        kind: 'personal_action',
        action: { who: lines.offerWho, where: lines.offerWhere, when: new Date('2026-11-22T16:00:00Z') },
        cost: { amountMinor: lines.offerCostMinor, currency: 'UAH' },
      },
    },
  });
});
