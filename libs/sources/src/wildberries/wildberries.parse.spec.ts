import { readFileSync } from 'node:fs';
import { listOf, wireOf } from '../wire.js';
import { parseAnswer, parseFeedback, parseQuestion } from './wildberries.parse.js';

const file = new URL('./fixtures/feedbacks.json', import.meta.url);
const answer = wireOf(JSON.parse(readFileSync(file, 'utf8')));
const [first = {}, second = {}] = listOf(wireOf(answer['data'])['feedbacks'], 'list of reviews');

describe('reading a review of Wildberries', () => {
  it('keeps what the customer said, of what, and how bad it was', () => {
    expect(parseFeedback(first)).toMatchObject({
      kind: 'review',
      externalId: 'YX52RZEBhH9mrcYdEJuD',
      author: { displayName: 'Игорь', isBrand: false },
      text: 'Ждал две недели\n− Поддержка молчит',
      title: 'Тени исчезают в полдень',
      rating: { value: 1, scale: 5 },
      url: 'https://www.wildberries.ru/catalog/987654321/feedbacks',
      postedAt: new Date('2026-11-20T11:20:33Z'),
      platformState: 'visible',
    });
    expect(parseFeedback(first)?.brandReply).toBeUndefined();
  });

  it('hangs what was added later below the first review, and leaves out what is not there', () => {
    expect(parseFeedback(second)).toMatchObject({
      parentExternalId: 'YX52RZEBhH9mrcYdEJuD',
      rootExternalId: 'YX52RZEBhH9mrcYdEJuD',
      author: { isBrand: false },
      text: '',
      brandReply: { text: 'Здравствуйте, Игорь! Заменим книгу.', state: 'pending' },
    });
    expect(parseFeedback(second)?.author).not.toHaveProperty('displayName');
  });

  it.each([
    ['wbRu', 'visible'],
    ['reviewRequired', 'pending'],
    ['none', 'pending'],
    ['rejected', 'rejected'],
  ])('an answer in state %s is %s', (state, expected) => {
    expect(parseAnswer({ answer: { text: 'Вибачте', state } })?.state).toBe(expected);
  });

  it.each([0, 6, null])('takes %s for no rating', (productValuation) => {
    expect(parseFeedback({ id: 'a', productValuation })).not.toHaveProperty('rating');
  });

  it('reads nothing out of what has no id', () => {
    expect(parseFeedback({ text: 'Привет' })).toBeUndefined();
  });
});

describe('reading a question on Wildberries', () => {
  const question = {
    id: '2ncBtX4B9I0UHoornoqG',
    text: 'Когда доставите?',
    createdDate: '2026-11-20T11:18:08.769513469Z',
    state: 'suppliersPortalSynch',
    answer: null,
    productDetails: { nmId: 14917842, productName: 'Кобзар' },
  };

  it('invents nobody who asked', () => {
    const mention = parseQuestion(question);
    expect(mention).toMatchObject({
      kind: 'post',
      externalId: '2ncBtX4B9I0UHoornoqG',
      text: 'Когда доставите?',
      title: 'Кобзар',
      url: 'https://www.wildberries.ru/catalog/14917842/questions',
      postedAt: new Date('2026-11-20T11:18:08.769Z'),
      platformState: 'visible',
    });
    expect(mention?.author).toEqual({ isBrand: false });
    expect(mention).not.toHaveProperty('brandReply');
  });

  it.each([
    ['wbRu', 'visible', 'visible'],
    ['suppliersPortalSynch', 'visible', 'pending'],
    ['none', 'hidden', 'rejected'],
  ])('in state %s it is %s, and its answer %s', (state, shown, answered) => {
    const answer = { text: 'Завтра', editable: true, createDate: '2026-11-21T08:24:37.187113704Z' };
    expect(parseQuestion({ ...question, state, answer })).toMatchObject({
      platformState: shown,
      brandReply: { text: 'Завтра', state: answered, at: new Date('2026-11-21T08:24:37.187Z') },
    });
  });
});
