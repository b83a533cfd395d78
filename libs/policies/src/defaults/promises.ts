import type { Policy } from '@heard/core';

/** The warning before a promise breaks, and the honest draft that comes with it. */
export const defaultPromises: Policy['promises'] = {
  warnAtShare: 0.2,
  lateDraft: {
    ru:
      '{customer}, мы обещали: «{promise}» — до {due}. Этот срок под угрозой, и честнее сказать об этом сейчас, ' +
      'чем потом. Вашим делом занимаюсь я, {manager}. Выберите, как вам лучше: подождать ещё или взять другой ' +
      'выход, без ожидания. Ответьте здесь одной строкой.',
    uk:
      '{customer}, ми обіцяли: «{promise}» — до {due}. Цей строк під загрозою, і чесніше сказати про це зараз, ' +
      'ніж потім. Вашою справою займаюся я, {manager}. Оберіть, як вам краще: зачекати ще чи взяти інший ' +
      'вихід, без чекання. Відпишіть тут одним рядком.',
    en:
      '{customer}, we promised “{promise}” by {due}. We may not make it, and you should hear that from us before ' +
      'the hour rather than after it. This is mine to put right, {manager}. Tell me which suits you better: to ' +
      'wait longer, or another way out with no waiting. One line here is enough.',
  },
};
