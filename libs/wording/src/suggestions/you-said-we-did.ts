import { fillIn, inLanguage, type InThreeLanguages, type Language } from '@heard/core';

/** What there is to tell somebody who suggested something. */
export interface ToTell {
  readonly state: 'accepted' | 'declined' | 'done';
  readonly language: Language;
  readonly customer?: string;
  /** What they suggested, in their own words. */
  readonly words: string;
  readonly reason?: string;
  readonly done?: string;
}

const drafts: Readonly<Record<ToTell['state'], InThreeLanguages>> = {
  done: {
    ru: '{customer}, здравствуйте! Вы предлагали: «{words}». Мы это сделали: {done}. Спасибо, что подсказали.',
    uk: '{customer}, вітаємо! Ви пропонували: «{words}». Ми це зробили: {done}. Дякуємо, що підказали.',
    en: '{customer}, you suggested: “{words}”. This is what we did: {done}. Thank you for telling us.',
  },
  accepted: {
    ru: '{customer}, здравствуйте! Вы предлагали: «{words}». Мы решили это сделать: {reason}. Когда будет готово, напишем вам.',
    uk: '{customer}, вітаємо! Ви пропонували: «{words}». Ми вирішили це зробити: {reason}. Коли буде готово, напишемо вам.',
    en: '{customer}, you suggested: “{words}”. We have decided to do it: {reason}. We will write to you when it is done.',
  },
  declined: {
    ru: '{customer}, здравствуйте! Вы предлагали: «{words}». Мы обсудили это и пока делать не будем. Причина: {reason}. Если мы чего-то не учли, напишите нам.',
    uk: '{customer}, вітаємо! Ви пропонували: «{words}». Ми обговорили це й поки що не робитимемо. Причина: {reason}. Якщо ми чогось не врахували, напишіть нам.',
    en: '{customer}, you suggested: “{words}”. We talked it over and will not do it for now. The reason: {reason}. If we have missed something, please tell us.',
  },
};

const asking: InThreeLanguages = {
  ru: '{customer}, здравствуйте! Вам не дали договорить, простите нас за это. Что нам стоит изменить? Напишите или скажите, когда вам удобно, чтобы мы позвонили, — выслушаем до конца.',
  uk: '{customer}, вітаємо! Вам не дали договорити, вибачте нам за це. Що нам варто змінити? Напишіть або скажіть, коли вам зручно, щоб ми зателефонували, — вислухаємо до кінця.',
  en: '{customer}, you were cut off before you could finish, and we are sorry. What should we do differently? Write to us, or tell us when we may call: we will hear you out.',
};

/** «You said, we did» in the suggester's language, for a person to finish and send. Never sent by itself. */
export function youSaidWeDid({ state, language, customer, words, reason, done }: ToTell): string {
  const values = { customer, words: bare(words), reason: bare(reason), done: bare(done) };
  return fillIn(inLanguage(drafts[state], language), values).text;
}

/** Asks somebody who was cut off what they wanted to say. Never sent by itself. */
export function askWhatTheyMeant(language: Language, customer?: string): string {
  return fillIn(inLanguage(asking, language), { customer }).text;
}

/** Without the sentence's own end: the draft has one. */
function bare(text: string | undefined): string | undefined {
  return text?.trim().replace(/[.…\s]+$/u, '');
}
