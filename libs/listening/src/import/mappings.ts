import { type ColumnMap, columnMapOf, type ImportField } from './fields.js';
import { fileFault } from './import-fault.js';

/** How the file of one platform is read. */
export interface ReadyMapping {
  readonly map: ColumnMap;
  /** The push source, where the person names none: the same for every file, so that the next one adds only what is new. */
  readonly sourceName: string;
}

/** Columns of tables that people bring from cabinets without an API for reviews, in Russian, Ukrainian and English. */
const columns: Readonly<Record<string, Partial<Record<ImportField, readonly string[]>>>> = {
  '2gis': {
    external_id: ['ID отзыва', 'Номер отзыва', 'ID відгуку', 'Review ID'],
    created_at: ['Дата публикации', 'Дата отзыва', 'Дата відгуку', 'Date'],
    text: ['Текст отзыва', 'Комментарий', 'Текст відгуку', 'Review text'],
    rating: ['Оценка', 'Звёзды', 'Звезды', 'Оцінка', 'Rating'],
    author: ['Имя пользователя', 'Пользователь', 'Автор отзыва', 'Користувач', 'User'],
    location: ['Филиал', 'Адрес филиала', 'Адрес', 'Філія', 'Адреса', 'Branch'],
    url: ['Ссылка на отзыв', 'Посилання на відгук', 'Review link'],
  },
  'yandex-maps': {
    external_id: ['ID отзыва', 'Идентификатор', 'ID відгуку', 'Review ID'],
    created_at: ['Дата отзыва', 'Дата и время', 'Дата изменения', 'Дата відгуку', 'Date'],
    text: ['Отзыв', 'Текст отзыва', 'Відгук', 'Text'],
    rating: ['Оценка', 'Количество звёзд', 'Количество звезд', 'Оцінка', 'Stars'],
    author: ['Автор отзыва', 'Имя автора', 'Пользователь', 'Автор відгуку', 'Author'],
    location: ['Организация', 'Адрес организации', 'Адрес', 'Організація', 'Адреса', 'Organization'],
    url: ['Ссылка на отзыв', 'Ссылка на организацию', 'Посилання', 'Link'],
  },
};
const names: Readonly<Record<string, string>> = { '2gis': '2GIS', 'yandex-maps': 'Яндекс Карты' };

/** The ready mapping of this name; a fault names the ones there are. */
export function readyMapping(name: string): ReadyMapping {
  const fields = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!fields)
    throw fileFault(`There is no mapping "${name}". Known are: ${Object.keys(columns).join(', ')}.`);
  const pairs = Object.entries(fields).flatMap(([field, titles]) =>
    titles.map((title) => [title, field as ImportField] as const),
  );
  return { map: columnMapOf(pairs), sourceName: names[name] ?? name };
}
