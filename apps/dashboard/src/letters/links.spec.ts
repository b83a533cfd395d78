import { letterParts } from './links.js';

describe('the parts of a letter', () => {
  it('lead to pages of this site by path, and join to the same text', () => {
    const text = 'Take it: http://127.0.0.1:3000/take/aB-c_9.\nCase: https://heard.example/cases/42';
    const parts = letterParts(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap((part) => part.path ?? [])).toEqual(['/take/aB-c_9', '/cases/42']);
  });

  it('leave what a customer wrote as words', () => {
    const text = 'see https://evil.example/login and javascript:alert(1)';
    expect(letterParts(text)).toEqual([{ text, start: 0 }]);
  });
});
