import { newId } from '@heard/database';
import type { Answer, Caller } from './caller.js';

/** A place where somebody types text. */
export interface Input {
  readonly name: string;
  readonly most: number;
  readonly send: (caseId: string, text: string) => Promise<Answer>;
  /** The text as it is shown after it was taken. */
  readonly shown: (answer: Answer) => unknown;
}

type Named = Readonly<Record<string, unknown>>;
const last = (answer: Answer, list: string): Named => (answer.json[list] as Named[]).at(-1) ?? {};
/** Every input of text that staff have, used by this administrator; `most` is 0 where free text is never right. */
export function inputsOf(of: () => { administrator: Caller; colleague: string }): readonly Input[] {
  const act = (caseId: string, verb: string, body: object): Promise<Answer> =>
    of().administrator.post(`/api/v1/cases/${caseId}/${verb}`, body);

  return [
    {
      name: 'an answer given elsewhere and its evidence',
      most: 5_000,
      send: (id, text) => act(id, 'recorded-answers', { channel: 'phone', text, evidence: text }),
      shown: (answer) => last(answer, 'answers')['text'],
    },
    {
      name: 'a promise',
      most: 5_000,
      send: (id, text) => act(id, 'promises', { what: text, due: '2027-01-02T10:00:00Z' }),
      shown: (answer) => last(answer, 'promises')['what'],
    },
    {
      name: 'a fix, who goes and where',
      most: 200,
      send: (id, text) =>
        act(id, 'fixes', {
          kind: 'personal_action',
          what: text,
          action: { who: text, where: text, when: '2027-01-02T10:00:00Z' },
        }),
      shown: (answer) => (last(answer, 'fixes')['action'] as Named | undefined)?.['who'],
    },
    {
      name: 'a refusal',
      most: 5_000,
      send: (id, text) => act(id, 'refusal', { reason: text, evidence: 'договір', appeal: text }),
      shown: (answer) => (answer.json['refusal'] as Named | undefined)?.['reason'],
    },
    {
      name: 'the words of an outcome',
      most: 5_000,
      send: (id, text) => act(id, 'outcome', { verdict: 'partly', words: text }),
      shown: (answer) => (answer.json['outcome'] as Named | undefined)?.['words'],
    },
    {
      name: 'the name of a brand',
      most: 200,
      send: (_, text) => of().administrator.post('/api/v1/brands', { name: text }),
      shown: (answer) => answer.json['name'],
    },
    {
      name: 'another name of a location',
      most: 200,
      send: (_, text) =>
        of().administrator.post('/api/v1/locations', { name: newId(), kind: 'shop', aliases: [text] }),
      shown: (answer) => (answer.json['aliases'] as unknown[] | undefined)?.[0],
    },
    {
      name: 'the title of a suggestion and what the customer said',
      most: 300,
      send: (caseId, text) =>
        of().administrator.post('/api/v1/suggestions', { title: text, words: text, caseId }),
      shown: (answer) => answer.json['title'],
    },
    {
      name: 'the title of a cause',
      most: 300,
      send: (_, text) =>
        of().administrator.post('/api/v1/causes', {
          title: text,
          failures: ['other'],
          answerable: of().colleague,
        }),
      shown: (answer) => answer.json['title'],
    },
    {
      name: 'the name of a person',
      most: 200,
      send: (_, text) => of().administrator.call('PATCH', `/api/v1/users/${of().colleague}`, { name: text }),
      shown: (answer) => answer.json['name'],
    },
    {
      name: 'the name of a key',
      most: 100,
      send: (_, text) => of().administrator.post('/api/v1/keys', { name: text, scopes: ['cases:read'] }),
      shown: (answer) => answer.json['name'],
    },
    {
      name: 'the address of a person',
      most: 0,
      send: (_, text) =>
        of().administrator.post('/api/v1/users', { name: 'x', email: text, role: 'viewer', languages: [] }),
      shown: (answer) => (answer.json['user'] as Named)['email'],
    },
    {
      name: 'the address of a receiver',
      most: 0,
      send: (_, text) => of().administrator.post('/api/v1/receivers', { name: 'crm', url: text }),
      shown: (answer) => answer.json['url'],
    },
    {
      name: 'the setting of a source',
      most: 0,
      send: (_, text) =>
        of().administrator.post('/api/v1/sources', {
          platform: 'facebook',
          name: 'Лавка',
          settings: { pageId: text, pageToken: text, appId: text, appSecret: text },
        }),
      shown: () => undefined,
    },
  ];
}
