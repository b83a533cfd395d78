import { type CollectedMention, wideReach } from '@heard/core';
import { CorrectedShop } from './corrected-shop.spec-suite.js';

const torn = 'Книга прийшла з порваною обкладинкою.';
let shop: CorrectedShop;

beforeAll(async () => {
  shop = await CorrectedShop.open();
});
afterAll(() => shop.close());

const minute = (at: number): Date => new Date(Date.parse('2031-03-03T09:00:00Z') + at * 60_000);

async function urgencyOf(given: CollectedMention): Promise<object> {
  const { urgency, urgency_reasons: reasons, case_urgency: ofCase } = await shop.standing(given);
  return { urgency, reasons, ofCase };
}

test('a complaint counts for what its words say, however small its author', async () => {
  const quiet = await shop.taken(torn, {
    author: { externalId: 'quiet', displayName: 'О.', isBrand: false, reach: 3 },
  });
  expect(await urgencyOf(quiet)).toEqual({
    urgency: 'normal',
    reasons: ['definite_breach'],
    ofCase: 'normal',
  });
});

test('who is heard by many is answered sooner, and the case says why', async () => {
  const author = { externalId: 'heard-far', displayName: 'О.', isBrand: false, reach: wideReach };
  expect(await urgencyOf(await shop.taken(torn, { author }))).toEqual({
    urgency: 'high',
    reasons: ['wide_reach', 'definite_breach'],
    ofCase: 'high',
  });
});

test('the fourth person who complains in a thread within two hours is answered sooner, in one batch or in many', async () => {
  const rootExternalId = 'post-1';
  const inThread = (at: number) =>
    shop.mention(torn, { kind: 'comment', rootExternalId, postedAt: minute(at) });
  const [first, second, third, fourth] = [inThread(-200), inThread(0), inThread(1), inThread(2)];
  await shop.heard.takePushed.run(shop.workspaceId, 'shop', [third, first, second]);
  await shop.heard.takePushed.run(shop.workspaceId, 'shop', [fourth]);
  expect(await urgencyOf(fourth)).toMatchObject({ urgency: 'normal' });
  const [fifth, sixth] = [inThread(3), inThread(4)];
  await shop.heard.takePushed.run(shop.workspaceId, 'shop', [sixth, fifth]);
  await shop.jobs.drain();
  expect(await urgencyOf(third)).toMatchObject({ urgency: 'normal' });
  for (const late of [fifth, sixth]) {
    expect(await urgencyOf(late)).toMatchObject({
      urgency: 'high',
      reasons: ['spreading', 'definite_breach'],
      ofCase: 'high',
    });
  }
});

test('whoever complains again after a case of theirs was closed is answered sooner, but not after a mistake of ours', async () => {
  const again = async (externalId: string, because: string): Promise<object> => {
    const author = { externalId, displayName: 'О.', isBrand: false };
    await shop.taken(torn, { author, postedAt: minute(-90) });
    await shop.jobs.drain();
    await shop.db.owner(
      `update cases set status = 'closed', closed_at = $2, closed_because = $3 where author_external_id = $1`,
      [externalId, minute(-60), because],
    );
    return urgencyOf(await shop.taken(torn, { author }));
  };
  expect(await again('came-back', 'fixed')).toMatchObject({
    urgency: 'high',
    reasons: ['repeat_complaint', 'definite_breach'],
  });
  expect(await again('was-none', 'no_complaint')).toMatchObject({ urgency: 'normal' });
});
