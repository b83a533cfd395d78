import { fileFault } from './import-fault.js';

/** What can be told of a mention in a file. */
export const importFields = [
  'external_id',
  'created_at',
  'text',
  'title',
  'rating',
  'rating_scale',
  'author',
  'author_id',
  'url',
  'kind',
  'location',
  'phone',
  'called',
  'tries',
] as const;

/** One thing that can be told of a mention in a file. */
export type ImportField = (typeof importFields)[number];

/** A row as what it tells; everything but text is text, or what JSON held. */
export type FileRecord = Partial<Record<ImportField, unknown>>;

/** How other programs call the same; compared without case, spaces, dashes and underscores. */
const aliases: Readonly<Record<ImportField, readonly string[]>> = {
  external_id: ['id', 'externalid', 'reviewid', 'commentid', 'postid'],
  created_at: [
    'createdat',
    'date',
    'datetime',
    'time',
    'created',
    'postedat',
    'publishedat',
    'timestamp',
    // Google Play's monthly reports.
    'reviewsubmitdateandtime',
    'дата',
  ],
  text: [
    'review',
    'reviewtext',
    'comment',
    'body',
    'content',
    'message',
    'текст',
    'отзыв',
    'відгук',
    'коментар',
  ],
  title: ['subject', 'headline', 'reviewtitle', 'заголовок', 'тема'],
  rating: ['stars', 'starrating', 'оценка', 'оцінка', 'рейтинг'],
  rating_scale: ['scale', 'maxrating', 'ratingmax', 'шкала'],
  author: ['name', 'user', 'username', 'authorname', 'reviewer', 'customer', 'автор', 'имя', 'ім’я', "ім'я"],
  author_id: ['authorid', 'userid', 'reviewerid', 'customerid'],
  url: ['link', 'reviewlink', 'permalink', 'href', 'ссылка', 'посилання'],
  kind: ['mentionkind'],
  location: [
    'branch',
    'store',
    'shop',
    'place',
    'филиал',
    'магазин',
    'філія',
    'відділення',
    'отделение',
    'крамниця',
  ],
  phone: ['caller', 'callernumber', 'callerid', 'телефон', 'номер', 'абонент'],
  called: ['callednumber', 'куда', 'куди'],
  tries: ['attempts', 'calls', 'попытки', 'попыток', 'спроби', 'спроб'],
};

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');
const fieldOf = new Map<string, ImportField>(
  importFields.flatMap((field) => [field, ...aliases[field]].map((name) => [plain(name), field] as const)),
);

/** Columns by the field that they fill, as the person who imports says it. */
export type ColumnMap = Readonly<Record<string, ImportField>>;

/** A map of columns by the names that their file gives them. */
export function columnMapOf(pairs: Iterable<readonly [column: string, field: ImportField]>): ColumnMap {
  return Object.fromEntries([...pairs].map(([column, field]) => [plain(column), field]));
}

/** Reads `column=field,column=field`. */
export function parseColumnMap(given: string): ColumnMap {
  const pairs = given.split(',').map((pair): [string, ImportField] => {
    const at = pair.lastIndexOf('=');
    const field = importFields.find((each) => each === pair.slice(at + 1).trim());
    if (at < 1 || !field) {
      throw fileFault(`Say --map as column=field,…, where field is one of ${importFields.join(', ')}.`);
    }
    return [pair.slice(0, at), field];
  });
  return columnMapOf(pairs);
}

/**
 * The field of each column, by its place. A column named as the field itself goes before its aliases, and what the
 * map says before both; of two columns for one field the first counts.
 */
export function fieldsOfColumns(columns: readonly string[], map: ColumnMap = {}): Map<number, ImportField> {
  const taken = new Set<ImportField>();
  const fields = new Map<number, ImportField>();
  const claim = (read: (name: string) => ImportField | undefined): void => {
    for (const [place, column] of columns.entries()) {
      const field = read(plain(column));
      if (!field || taken.has(field) || fields.has(place)) continue;
      taken.add(field);
      fields.set(place, field);
    }
  };
  claim((name) => (Object.hasOwn(map, name) ? map[name] : undefined));
  claim((name) => importFields.find((field) => plain(field) === name));
  claim((name) => fieldOf.get(name));
  return fields;
}
