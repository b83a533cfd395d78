import { SuggestionsRead, type SuggestionView } from '@heard/insight';
import { answerTo, at, onceBetween, story } from './language/index.js';
import type { Desk } from './language/desk.js';

const reads = new SuggestionsRead(() => true);

/** The suggestions that are listed, each with everything. */
async function suggestionsOf(
  { shop }: Desk,
  state: 'all' | 'open' = 'all',
): Promise<readonly SuggestionView[]> {
  return shop.heard.database.inWorkspace(shop.workspaceId, async (tx) => {
    const { items } = await reads.list(tx, { state, limit: 100 });
    const views = await Promise.all(items.map(({ id }) => reads.get(tx, id)));
    return views.filter((view) => view !== undefined);
  });
}

story('two readers suggest the same, it is decided and done, and each of them is told', async (desk) => {
  const { heard, workspaceId } = desk.shop;
  const { id: staffId, role } = desk.colleague('Oksana');
  const lead = { kind: 'person', staffId, role } as const;
  const [ihor, marta] = [desk.customer('Ігор'), desk.customer('Марта')];
  await ihor.posts('facebook', 'Було б добре, якби пункт видачі працював до 22:00.', '10:00');
  await marta.posts(
    'facebook',
    'Замовлення не привезли вже третій день, ніхто не бере слухавку! Пропоную, щоб пункт видачі працював увечері.',
    '10:05',
  );
  await desk.runUntil('10:10');
  const [ofMarta, ofIhor] = await suggestionsOf(desk);
  if (!ofMarta || !ofIhor) throw new Error('Nobody kept what they suggested.');
  expect([ofIhor.state, ofIhor.voices[0]?.who, ofIhor.voices[0]?.caseId]).toEqual(['new', 'Ігор', undefined]);
  expect(ofMarta.voices[0]?.caseId).toBe((await desk.caseOf(marta)).id);
  expect(ofMarta.alike.map(({ id }) => id)).toContain(ofIhor.id);

  await heard.suggestions.group(workspaceId, ofMarta.id, ofIhor.id, lead);
  await heard.suggestions.run(workspaceId, ofIhor.id, { type: 'assign', to: staffId }, lead);
  await heard.suggestions.run(
    workspaceId,
    ofIhor.id,
    { type: 'accept', reason: 'Увечері приходять після роботи' },
    lead,
  );
  await desk.runUntil('12:00');
  await heard.suggestions.run(
    workspaceId,
    ofIhor.id,
    { type: 'finish', what: 'з понеділка пункт видачі відчинено до 22:00' },
    lead,
  );
  const [done] = await suggestionsOf(desk, 'open');
  expect(done).toMatchObject({ state: 'done', people: 2, untold: 2, flags: ['people_not_told'] });
  expect(done?.voices[0]?.draft).toBe(
    'Ігор, вітаємо! Ви пропонували: «Було б добре, якби пункт видачі працював до 22:00». ' +
      'Ми це зробили: з понеділка пункт видачі відчинено до 22:00. Дякуємо, що підказали.',
  );

  // Ігор has no case: the register answers him in public. Марта has one: it is answered through it.
  for (const voice of done?.voices ?? []) {
    const asked = { voiceId: voice.id, channel: 'public', text: voice.draft ?? '' } as const;
    const overrule = voice.caseOpen ? { overrule: 'Про її скаргу відповімо окремо' } : {};
    await heard.suggestions.tell(workspaceId, ofIhor.id, { ...asked, ...overrule }, lead);
  }
  await desk.settle();
  await desk.runUntil('12:02');
  desk.expect(answerTo(ihor).naming('відчинено до 22:00'), onceBetween('12:00', '12:02'));
  desk.expect(answerTo(marta).naming('відчинено до 22:00'), onceBetween('12:00', '12:02'));
  expect((await desk.caseOf(marta)).answers).toMatchObject([{ state: 'visible', channel: 'public' }]);

  const [told] = (await suggestionsOf(desk)).filter(({ id }) => id === ofIhor.id);
  expect(told).toMatchObject({ state: 'done', untold: 0, flags: [] });
  expect(told?.voices.map(({ state }) => state)).toEqual(['told', 'told']);
  expect(await suggestionsOf(desk, 'open')).toEqual([]);
  expect(told?.doneAt).toBe(at('12:00').toISOString());
});

story('somebody who was cut off is asked what they wanted to say, and it is kept', async (desk) => {
  const { heard, workspaceId } = desk.shop;
  const { id: staffId, role } = desk.colleague('Oksana');
  const lead = { kind: 'person', staffId, role } as const;
  const pavlo = desk.customer('Павло');
  await pavlo.posts(
    'facebook',
    'Жахливе обслуговування! Книжку не привезли, а коли я пояснював, як зробити краще, оператор кинула слухавку.',
    '10:00',
  );
  await desk.runUntil('10:05');
  const [kept] = await suggestionsOf(desk);
  const [voice] = kept?.voices ?? [];
  if (!kept || !voice) throw new Error('Nobody kept that he was cut off.');
  expect(kept).toMatchObject({
    flags: ['not_heard_out'],
    voices: [{ unheard: true, caseId: (await desk.caseOf(pavlo)).id }],
  });
  const decided = heard.suggestions.run(
    workspaceId,
    kept.id,
    { type: 'decline', reason: 'Не знаємо що' },
    lead,
  );
  await expect(decided).rejects.toMatchObject({ code: 'suggestion_unheard' });

  const words = 'Надсилайте повідомлення, коли кур’єр спізнюється';
  await heard.suggestions.run(workspaceId, kept.id, { type: 'hear', voiceId: voice.id, words }, lead);
  const [heardOut] = await suggestionsOf(desk);
  expect(heardOut).toMatchObject({ flags: [], excerpt: words, state: 'new' });
});
