/** How the notifications of one sender are written. A change of it is a new version; the old one stays, for old letters. */
export interface LetterTemplate {
  readonly name: string;
  readonly version: number;
  /** The domains that it sends from; also the ones under them. */
  readonly senders: readonly string[];
  /** The sender's own mailboxes, where everybody may have one under the domain itself. */
  readonly mailboxes?: RegExp;
  /** Letters of the sender with another subject are something else. */
  readonly subject: RegExp;
  /** Each finds one thing in its first group, in the text of the letter. */
  readonly fields: {
    readonly text: RegExp;
    readonly author?: RegExp;
    readonly rating?: RegExp;
    readonly location?: RegExp;
    readonly url?: RegExp;
  };
}

/** A label at the beginning of a line, and what stands behind it. */
const after = (...labels: string[]): RegExp =>
  new RegExp(`^(?:${labels.join('|')})[ \\t]*:[ \\t]*(.+)$`, 'imu');

const buttons = [
  'ответить',
  'посмотреть',
  'перейти',
  'читать',
  'відповісти',
  'переглянути',
  'перейти',
  'reply',
  'view',
  'read',
  'see',
];

/**
 * What stands from a label to the button below it, to a link of the sender's own or to a line of dashes. A button leads
 * somewhere: a line of the customer's that begins with the same word, or with another link, belongs to their words.
 */
const block = (labels: readonly string[], host: string): RegExp => {
  const own = `<?https://(?:[\\w-]+\\.)*${host}`;
  const button = `(?:${buttons.join('|')})[^\\n]{0,80}?(?:<?https?://|\\n[ \\t]*${own})`;
  const line = '(?:--+|—{2,})[ \\t]*$';
  return new RegExp(
    `^(?:${labels.join('|')})[ \\t]*(?::[ \\t]*\\n?|\\n)([^]+?)(?=\\n[ \\t\\u00a0]*(?:${button}|${own}|${line})|$(?![^]))`,
    'imu',
  );
};

const stars = /((?:[★⭐]️?){1,5}|\d(?:[.,]\d)?\s*(?:\/|из|з|of|out of)\s*5)/iu;

/** Every template, the newest version of a sender first. */
export const templates: readonly LetterTemplate[] = [
  {
    name: '2GIS',
    version: 2,
    senders: ['2gis.ru', '2gis.com', '2gis.kz', '2gis.ua'],
    subject: /отзыв|відгук|review/iu,
    fields: {
      author: after('автор', 'имя', "ім[’']я", 'author'),
      rating: stars,
      location: after('филиал', 'адрес', 'філія', 'адреса', 'branch'),
      text: block(['текст отзыва', 'отзыв', 'текст відгуку', 'відгук', 'review'], '2gis\\.'),
      url: /(https:\/\/(?:[\w-]+\.)*2gis\.[a-z]{2,3}\/[^\s<>\])]+)/iu,
    },
  },
  {
    name: 'Яндекс Карты',
    version: 2,
    senders: ['yandex.ru', 'yandex.com', 'yandex-team.ru'],
    mailboxes: /^(?:no-?reply|sprav|business|maps)$/u,
    subject: /отзыв|відгук|review/iu,
    fields: {
      author: after('пользователь', 'автор', 'користувач', 'author'),
      rating: stars,
      location: after('организация', 'адрес', 'організація', 'адреса', 'organization'),
      text: block(['отзыв', 'текст отзыва', 'відгук', 'текст відгуку', 'review'], 'yandex\\.'),
      url: /(https:\/\/(?:[\w-]+\.)*yandex\.[a-z]{2,3}\/[^\s<>\])]+)/iu,
    },
  },
  {
    name: 'Trustpilot',
    version: 2,
    senders: ['trustpilot.com', 'trustpilotmail.com'],
    subject: /review|отзыв|відгук/iu,
    fields: {
      author: after('reviewer', 'consumer', 'автор', 'from'),
      rating: stars,
      text: block(['review', 'отзыв', 'відгук'], 'trustpilot\\.'),
      url: /(https:\/\/(?:[\w-]+\.)*trustpilot\.com\/[^\s<>\])]+)/iu,
    },
  },
  {
    name: 'Google',
    version: 2,
    senders: ['google.com'],
    subject: /review|отзыв|відгук/iu,
    fields: {
      author: after('reviewer', 'автор', 'name', 'имя', "ім[’']я"),
      rating: stars,
      location: after('business', 'компания', 'компанія', 'location', 'адрес', 'адреса'),
      text: block(['review', 'отзыв', 'відгук'], '(?:google\\.|g\\.page|goo\\.gl)'),
      url: /(https:\/\/(?:[\w-]+\.)*(?:google\.[a-z]{2,3}|g\.page|goo\.gl)\/[^\s<>\])]+)/iu,
    },
  },
];
