import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  CaseEventType,
  Category,
  FixKind,
  RefusalCode,
  SignalCode,
  Urgency,
  UrgencyReason,
} from '@heard/core';
import type { SourceView } from '@heard/insight';
import type { Section } from './catalogue.js';
import { codes } from './codes.fixture.js';
import { en } from './en.js';
import { ru } from './ru.js';
import { uk } from './uk.js';

const catalogues: Readonly<Record<string, Section>> = { ru, uk, en };
const languages = Object.keys(catalogues);
const pluralEnding = /_(zero|one|two|few|many|other)$/;

function flat(section: Section, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(section).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function textsOf(language: string): ReadonlyMap<string, string> {
  return flat(catalogues[language] ?? {});
}

function stems(language: string): readonly string[] {
  return [...new Set([...textsOf(language).keys()].map((key) => key.replace(pluralEnding, '')))].toSorted();
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

describe.each(languages)('the catalogue %s', (language) => {
  const texts = textsOf(language);

  it('has the same keys as English', () => {
    expect(stems(language)).toEqual(stems('en'));
  });

  it('has every plural form that the language needs', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = stems('en').filter((stem) => textsOf('en').has(`${stem}_one`));
    expect(plurals.length).toBeGreaterThan(5);
    const missing = plurals.flatMap((stem) =>
      forms.map((form) => `${stem}_${form}`).filter((key) => !texts.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('has no empty text and the placeholders of English', () => {
    const english = textsOf('en');
    for (const [key, text] of texts) {
      const original = english.get(key) ?? english.get(key.replace(pluralEnding, '_other')) ?? '';
      expect({ key, empty: text.trim() === '', in: placeholders(text) }).toEqual({
        key,
        empty: false,
        in: placeholders(original),
      });
    }
  });

  it('has a text for each word of the rules', () => {
    const wanted = Object.entries(codes).flatMap(([section, of]) =>
      Object.keys(of).map((code) => `${section}.${code}`),
    );
    expect(wanted.filter((key) => !texts.has(key))).toEqual([]);
  });

  it('has every text that a page asks for by name', () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const asked = sourceFiles(root).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(100);
    const missing = asked.filter((key) => !texts.has(key) && !texts.has(`${key}_other`));
    expect(missing).toEqual([]);
  });
});

/** The lists are complete because they would not compile otherwise. */
codes satisfies {
  urgency: Record<Urgency, true>;
  reason: Record<UrgencyReason | SignalCode, true>;
  category: Record<Category, true>;
  fixKind: Record<FixKind, true>;
  event: Record<CaseEventType, true>;
  refusal: Record<RefusalCode, true>;
  sourceState: Record<SourceView['state'], true>;
};
