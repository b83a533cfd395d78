import { validateYoutube } from './youtube.settings.js';

const consent = { clientId: 'client.apps', clientSecret: 'client-secret', refreshToken: '1//refresh' };

describe('connecting a channel of YouTube', () => {
  it('takes a key, or a consent, which goes before a key', () => {
    const byKey = validateYoutube({ channelId: 'UC1', apiKey: 'AIzaSomeKey' });
    expect(byKey).toMatchObject({ ok: true, settings: { apiKey: 'AIzaSomeKey', backfillDays: 30 } });
    const both = validateYoutube({ channelId: 'UC1', apiKey: 'AIzaSomeKey', ...consent });
    expect(both).toMatchObject({ ok: true, settings: { consent } });
    expect(both.ok && both.settings).not.toHaveProperty('apiKey');
  });

  it('says what is lacking: a key, or the rest of a consent', () => {
    expect(validateYoutube({ channelId: 'UC1' })).toEqual({
      ok: false,
      errors: [{ key: 'apiKey', code: 'required' }],
    });
    const begun = { channelId: 'UC1', apiKey: 'AIzaSomeKey', clientId: 'client.apps' };
    expect(validateYoutube(begun)).toEqual({
      ok: false,
      errors: [
        { key: 'clientSecret', code: 'required' },
        { key: 'refreshToken', code: 'required' },
      ],
    });
  });
});
