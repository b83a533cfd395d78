import type { Policy } from '@heard/core';

/** The one question about what the recovery did. The link ends its line, so that no full stop sticks to it. */
export const defaultOutcome: Policy['outcome'] = {
  askAfterHours: 24,
  linkDays: 14,
  question: {
    ru:
      '{customer}, это {brand}. Недавно вы рассказали нам, что пошло не так. Стало ли лучше после того, что мы ' +
      'сделали? Хватит одного касания, входить никуда не нужно: {link}\nСпрашиваем только один раз.',
    uk:
      '{customer}, це {brand}. Нещодавно ви розповіли нам, що пішло не так. Чи стало краще після того, що ми ' +
      'зробили? Досить одного дотику, входити нікуди не треба: {link}\nПитаємо лише раз.',
    en:
      '{customer}, this is {brand}. Not long ago you told us what went wrong. Did what we did make it better? ' +
      'One tap will do, no sign-in: {link}\nWe ask only this once.',
  },
};
