import { validateFacebook } from './facebook.settings.js';

describe('the settings of a page', () => {
  const good = { pageId: '500600', pageToken: 'EAABtoken123', appId: '900100', appSecret: 'secret-secret' };

  it('have defaults', () => {
    expect(validateFacebook(good)).toMatchObject({
      ok: true,
      settings: { apiVersion: 'v26.0', backfillDays: 30 },
    });
  });

  it.each([
    [{ ...good, apiVersion: '26.0' }, 'apiVersion', 'malformed'],
    [{ ...good, pageId: 'lantern' }, 'pageId', 'malformed'],
    [{ ...good, pageToken: ' ' }, 'pageToken', 'required'],
    [{ ...good, pageTokn: 'x' }, 'pageTokn', 'unknown'],
    [{ ...good, backfillDays: '-1' }, 'backfillDays', 'malformed'],
  ])('%# name what is wrong', (values, key, code) => {
    expect(validateFacebook(values)).toEqual({ ok: false, errors: [{ key, code }] });
  });
});
