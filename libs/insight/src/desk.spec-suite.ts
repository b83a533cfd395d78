import { correctable } from '@heard/core';
import type { Transaction } from '@heard/database';
import { newId } from '@heard/database';
import { defaultPolicy } from '@heard/policies';
import type { TestDatabase } from '@heard/testing';
import type { CaseWorld } from './ports.js';

type Row = Record<string, unknown>;

/** A choice that a platform might offer. */
export const refund = {
  label: { ru: 'Вернуть деньги', uk: 'Повернути гроші', en: 'Refund' },
  hint: { ru: 'Сразу', uk: 'Одразу', en: 'At once' },
};

/** Facebook takes answers and a decision, the policy is the default, the wall is in Kyiv, every verdict rests on the first word. */
export function worldOf(): CaseWorld {
  return {
    canReply: (platform) => platform === 'facebook',
    limitsOf: () => ({ unit: 'characters', links: true, replaces: false, moderated: false }),
    decisionsOf: (platform) => (platform === 'facebook' ? { refund } : undefined),
    policies: { get: async () => defaultPolicy },
    wall: { timeZone: async () => 'Europe/Kyiv' },
    explain: ({ text }) =>
      Object.fromEntries(
        correctable.map((field) => [field, [{ start: 0, end: text.split(' ')[0]?.length ?? 0 }]]),
      ),
  };
}

/** 2026-11-22 10:00 UTC and so many minutes. */
export function minute(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 22, 10, minutes));
}

/** A workspace whose rows are put in by plain SQL, with one person, one source and sensible columns. */
export class Desk {
  readonly workspaceId = newId();
  readonly staffId = newId();
  readonly sourceId = newId();
  private number = 0;

  private constructor(private readonly db: TestDatabase) {}

  static async make(db: TestDatabase): Promise<Desk> {
    const desk = new Desk(db);
    await desk.put('workspaces', {
      name: 'Книгарня',
      time_zone: 'Europe/Kyiv',
      currency: 'UAH',
      escalation_policy: '{}',
      created_at: minute(0),
    });
    await desk.staff('Оксана', { id: desk.staffId });
    await desk.source({ id: desk.sourceId });
    return desk;
  }

  in<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.db.database.inWorkspace(this.workspaceId, work);
  }

  async put(table: string, row: Row): Promise<void> {
    const columns = ['workspace_id', ...Object.keys(row)];
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.in((tx) =>
      tx.run(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, [
        this.workspaceId,
        ...Object.values(row),
      ]),
    );
  }

  async staff(name: string, row: Row = {}): Promise<string> {
    const id = newId();
    const whole = { id, name, email: `${id}@example.org`, role: 'manager', created_at: minute(0), ...row };
    await this.put('staff', whole);
    return id;
  }

  async source(row: Row = {}): Promise<string> {
    const id = newId();
    const whole = {
      id,
      platform: 'facebook',
      name: 'Сторінка',
      state_since: minute(0),
      created_at: minute(0),
    };
    await this.put('sources', { ...whole, ...row });
    return id;
  }

  async mention(row: Row = {}): Promise<string> {
    const id = newId();
    const at = (row['posted_at'] as Date | undefined) ?? minute(0);
    const seen = { posted_at: at, posted_at_given: true, first_seen_at: at, last_seen_at: at };
    const whole = { kind: 'comment', external_id: id, is_brand: false, text: 'Де моє замовлення?', ...seen };
    const rest = {
      id,
      source_id: this.sourceId,
      platform_state: 'visible',
      content_hash: Buffer.alloc(1),
      raw: '{}',
    };
    await this.put('mentions', { ...whole, ...rest, ...row });
    return id;
  }

  async assessment(mentionId: string, row: Row = {}): Promise<void> {
    await this.put('assessments', {
      mention_id: mentionId,
      revision: 1,
      model: 'rules-1',
      language: 'uk',
      sentiment: 'negative',
      p_negative: 0.75,
      intent: 'complaint',
      urgency: 'high',
      urgency_reasons: ['stuck_now'],
      category: 'delivery',
      signals: JSON.stringify([{ code: 'waiting', start: 0, end: 2 }]),
      assessed_at: minute(0),
      ...row,
    });
  }

  /** A case as the tables show it, without a history. */
  async case(row: Row = {}): Promise<string> {
    const id = newId();
    const verdicts = { language: 'uk', category: 'delivery', urgency: 'normal', urgency_rank: 2 };
    const times = { posted_at: minute(0), opened_at: minute(0), last_mention_at: minute(0) };
    await this.put('cases', {
      id,
      number: (this.number += 1),
      status: 'open',
      source_id: this.sourceId,
      ...verdicts,
      urgency_reasons: [],
      signals: [],
      complaints: 1,
      assignee_id: this.staffId,
      assignee_since: minute(0),
      assigned_because: 'on_duty',
      ...times,
      version: 1,
      last_hash: Buffer.alloc(1),
      ...row,
    });
    return id;
  }

  async alert(row: Row = {}): Promise<string> {
    const id = newId();
    const whole = { id, kind: 'urgent_case', dedupe_key: id, urgency: 'critical', reasons: ['safety'] };
    await this.put('alerts', { ...whole, state: 'firing', raised_at: minute(0), ...row });
    return id;
  }
}

/** Walks a list to its end, doing something between the pages. */
export async function walk<T>(
  page: (cursor: string | undefined) => Promise<{ items: readonly T[]; nextCursor?: string }>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    all.push(...next.items);
    cursor = next.nextCursor;
    if (cursor !== undefined) await between();
  } while (cursor !== undefined);
  return all;
}
