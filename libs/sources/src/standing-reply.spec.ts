import { isToSend } from './standing-reply.js';

test.each<[string, string | undefined, string | undefined, boolean]>([
  ['nothing stands there', undefined, undefined, true],
  ['our own words stand there already', ' Їдемо до вас ', undefined, false],
  ['what the writer saw stands there', 'Перепрошуємо', 'Перепрошуємо\n', true],
])('when %s, it is known whether to send', (_name, standing, instead, expected) => {
  const stands = standing === undefined ? undefined : { text: standing };
  expect(isToSend(stands, 'Їдемо до вас', instead)).toBe(expected);
});

test.each([undefined, 'Те, що було раніше'])(
  'words that the writer did not see are not overwritten',
  (instead) => {
    expect(() => isToSend({ text: 'Слова колеги' }, 'Їдемо до вас', instead)).toThrow(
      expect.objectContaining({ kind: 'rejected', code: 'reply_exists' }),
    );
  },
);
