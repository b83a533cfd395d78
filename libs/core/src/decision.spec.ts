import { type DecisionPlace, isDecisionGiven, refuseDecision } from './index.js';

const words = { minLength: 10, maxLength: 20, unit: 'characters' } as const;
const place: DecisionPlace = {
  offered: { seen: 'open', actions: ['approve', 'reject', 'invite', 'unheard'] },
  rules: {
    approve: {},
    reject: { comment: { ...words, required: true } },
    invite: { comment: { ...words, required: false } },
    discard: {},
  },
};

describe('a decision about an item of a platform', () => {
  it.each([
    ['approve', '', undefined],
    ['approve', 'Вернём деньги', 'decision_without_words'],
    ['reject', 'Брака нет: фото прилагаем'.slice(0, 20), undefined],
    ['reject', '', 'answer_too_short'],
    ['reject', '  нет       ', 'answer_too_short'],
    ['reject', 'Брака нет, и не было, и не будет', 'answer_too_long'],
    ['invite', '', undefined],
    ['invite', 'Ждём', 'answer_too_short'],
    ['discard', '', 'decision_not_offered'],
    ['unheard', '', 'decision_not_offered'],
    ['toString', '', 'decision_not_offered'],
  ])('%s with the words «%s» is refused as %s', (action, text, refused) => {
    expect(refuseDecision(place, { action, seen: 'open' }, text)?.refused).toBe(refused);
  });

  it('is refused when the item stands otherwise by now, or nothing can be decided about it', () => {
    expect(refuseDecision(place, { action: 'approve', seen: 'closed' }, '')?.refused).toBe(
      'decision_outdated',
    );
    const nothing = refuseDecision({ rules: place.rules }, { action: 'approve', seen: 'open' }, '');
    expect(nothing?.refused).toBe('decision_not_offered');
  });

  it.each([
    ['queued', true],
    ['sent', true],
    ['visible', true],
    ['rejected', false],
    ['lost', false],
  ])('in state %s is given: %s', (state, given) => {
    const answers = [{ mentionId: 'm', decision: { action: 'approve', seen: 'open' }, state }];
    expect(isDecisionGiven(answers, 'm', 'open')).toBe(given);
    expect(isDecisionGiven(answers, 'm', 'rejected')).toBe(false);
    expect(isDecisionGiven(answers, 'other', 'open')).toBe(false);
  });
});
