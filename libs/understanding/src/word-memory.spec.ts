import { WordMemory, type Remembering } from './word-memory.js';
import { WordRows } from './word-rows.js';

describe('the memory of words', () => {
  const made: string[] = [];
  const memory = new WordMemory<string>((text, start, end) => {
    const word = text.slice(start, end);
    made.push(word);
    return word.toUpperCase();
  });
  const told: Remembering<string> = { traits: '', rows: new WordRows(1), row: 0 };

  function tell(word: string): string {
    memory.tell(told, ` ${word} `, 1, word.length + 1);
    return `${told.rows.written(told.row)} ${told.traits}`;
  }

  it('tells of each word what belongs to it, however many it has met', () => {
    const wrong: string[] = [];
    for (let number = 0; number < 300_000; number += 1) {
      const word = `слово${number.toString(36)}`;
      if (tell(word) !== `${word} ${word.toUpperCase()}`) wrong.push(word);
    }
    expect(wrong).toEqual([]);
  });

  it('works a word out once while it is met again and again, and anew after it was long not met', () => {
    made.length = 0;
    for (let number = 0; number < 200_000; number += 1) {
      tell(`инше${number}`);
      if (number % 10_000 === 0) tell('повторюється');
    }
    tell('інше1');
    tell('инше1');
    expect(made.filter((word) => word === 'повторюється')).toHaveLength(1);
    expect(made.filter((word) => word === 'инше1')).toHaveLength(2);
  });

  it('knows words with the same beginning apart that are longer than a row', () => {
    const long = 'а'.repeat(30);
    expect(tell(`${long}б`)).toBe(`${long}б ${long.toUpperCase()}Б`);
    expect(tell(`${long}в`)).toBe(`${long}в ${long.toUpperCase()}В`);
  });
});
