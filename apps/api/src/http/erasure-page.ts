import type { InterfaceLanguage } from '@heard/staff';
import type { ErasureShown } from '../ports/index.js';

const texts = {
  en: {
    title: 'Deletion of your data',
    asked: 'You asked for it on',
    done: 'It was done on',
    found: (count: number) => `Texts of yours that were removed, with your name: ${count}.`,
    waits: 'It is being done.',
    more:
      'Facebook and Instagram do not tell us which comments are yours. If you wrote to us in public and want that text ' +
      'removed here too, delete it where you wrote it: we notice it and remove our copy. You can also send its link to ' +
      'the firm that you wrote to.',
    gone: 'There is no request with this code.',
  },
  ru: {
    title: 'Удаление ваших данных',
    asked: 'Вы попросили об этом',
    done: 'Выполнено',
    found: (count: number) => `Удалено ваших текстов вместе с именем: ${count}.`,
    waits: 'Запрос выполняется.',
    more:
      'Facebook и Instagram не сообщают нам, какие комментарии ваши. Если вы писали нам публично и хотите, чтобы текст ' +
      'исчез и здесь, удалите его там, где писали: мы заметим это и сотрём свою копию. Можно также прислать ссылку на ' +
      'него компании, которой вы писали.',
    gone: 'Запроса с таким кодом нет.',
  },
  uk: {
    title: 'Видалення ваших даних',
    asked: 'Ви попросили про це',
    done: 'Виконано',
    found: (count: number) => `Видалено ваших текстів разом з ім’ям: ${count}.`,
    waits: 'Запит виконується.',
    more:
      'Facebook та Instagram не повідомляють нам, які коментарі ваші. Якщо ви писали нам публічно й хочете, щоб текст ' +
      'зник і тут, видаліть його там, де писали: ми це помітимо і зітремо свою копію. Можна також надіслати посилання на ' +
      'нього компанії, якій ви писали.',
    gone: 'Запиту з таким кодом немає.',
  },
} as const;

/** The page where a person sees what became of their request to be forgotten; holds nothing that came from outside. */
export function erasurePage(shown: ErasureShown | undefined, language: InterfaceLanguage): string {
  const words = texts[language];
  const time = (at: Date): string =>
    `<time datetime="${at.toISOString()}">${new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC</time>`;
  const lines =
    shown === undefined
      ? [words.gone]
      : [
          `${words.asked} ${time(shown.askedAt)}.`,
          ...(shown.doneAt === undefined
            ? [words.waits]
            : [`${words.done} ${time(shown.doneAt)}.`, words.found(shown.mentions ?? 0)]),
          words.more,
        ];
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${words.title}</title>` +
    '<style>body{font:17px/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>' +
    `<h1>${words.title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</html>`
  );
}

/** The language of ours that a browser asks for first; English when it asks for none of them. */
export function languageAsked(header: string | undefined): InterfaceLanguage {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  const known = asked.find((each) => each === 'ru' || each === 'uk' || each === 'en');
  return (known as InterfaceLanguage | undefined) ?? 'en';
}
