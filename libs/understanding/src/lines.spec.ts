import { assessLine, assessLines, modelName } from './index.js';

describe('assessLine', () => {
  it('answers with the fields of the contract', () => {
    const line = JSON.stringify({
      id: 'a-1',
      text: 'They charged me twice!',
      platform: 'x',
      rating: 1,
      author: 'Mia',
    });
    expect(assessLine(line)).toEqual({
      id: 'a-1',
      lang: 'en',
      sentiment: 'negative',
      pNegative: expect.any(Number),
      intent: 'complaint',
      urgency: 'high',
      category: 'billing',
      signals: [{ code: 'unauthorized_charge', start: 5, end: 21 }],
      model: modelName(),
    });
  });

  it.each(['', '   ', '\r'])('skips the empty line %j', (line) => {
    expect(assessLine(line)).toBeUndefined();
  });

  it.each(['{', '[]', 'null', '"text"', '12'])('says what to write instead of %s', (line) => {
    expect(assessLine(line)).toEqual({ error: expect.stringMatching(/not a JSON object; write .*\.$/) });
  });

  it.each([
    ['{"text":"hi"}', { error: expect.stringContaining('"id"') }],
    ['{"id":7}', { id: 7, error: expect.stringContaining('"text"') }],
    ['{"id":"7","text":null}', { id: '7', error: expect.stringContaining('"text"') }],
    ['{"id":"7","text":"hi","rating":9}', { id: '7', error: expect.stringContaining('"rating"') }],
    ['{"id":"7","text":"hi","rating":{"value":1}}', { id: '7', error: expect.stringContaining('"rating"') }],
  ])('refuses %s and keeps the id', (line, refusal) => {
    expect(assessLine(line)).toEqual(refusal);
  });

  it('understands stars of any scale and a byte order mark', () => {
    expect(assessLine('\ufeff{"id":"1","text":"Ok","rating":{"value":1,"scale":10}}')).toMatchObject({
      sentiment: 'negative',
    });
  });
});

describe('assessLines', () => {
  it('keeps the order and goes on after a bad line', async () => {
    const lines = ['{"id":1,"text":"Good"}', '', 'oops', '{"id":2,"text":"Bad"}'];
    const seen: unknown[] = [];
    for await (const out of assessLines(lines)) seen.push('id' in out ? out.id : 'error');
    expect(seen).toEqual([1, 'error', 2]);
  });

  it('reads no line before the one before it was taken', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield `{"id":${(given += 1)},"text":"word"}`;
    }
    let taken = 0;
    for await (const out of assessLines(endless())) {
      taken += 1;
      expect(out).toMatchObject({ id: taken });
      expect(given).toBe(taken);
      if (taken === 100) break;
    }
    expect(taken).toBe(100);
  });
});
