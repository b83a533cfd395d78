import type { FacebookFake } from '@heard/sources/fakes';

const urgent = [
  'Списали з картки гроші за підписку, якої я не оформлювала. Негайно поверніть!',
  'Сняли деньги за клуб без моего согласия. Верните, или я иду в суд.',
  'You charged my card for a membership I never agreed to. This is fraud.',
];
const complaints = [
  'Книга прийшла пошкоджена, пакування жахливе. Дуже розчарована.',
  'Заказ пришёл с помятой обложкой, упаковано ужасно. Очень разочарована.',
  'The book arrived with bent corners. Very disappointed with the quality.',
];
const calm = [
  'Дякую за швидку доставку, усе чудово!',
  'Скажите, будет ли переиздание этого романа весной?',
  'Lovely shop and great coffee, see you on Thursday.',
];

/** Numbers from 0 to 1 that look random and repeat for a seed (a linear congruential generator, high bits only). */
export function randomOf(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    return Number(state >> 32n) / 2 ** 32;
  };
}

/** Customers who post, comment, reply, edit and come back, on the page of a made-up Facebook. */
export class MadeUpDay {
  private readonly postIds: string[] = [];
  private readonly topComments: { readonly id: string; readonly postId: string }[] = [];
  private written = 0;

  constructor(
    private readonly facebook: FacebookFake,
    private readonly pageId: string,
    private readonly random: () => number,
  ) {}

  /** So many new texts: posts that push the others down, comments and replies; some people edit what they wrote. */
  write(count: number): void {
    for (let each = 0; each < count; each++) {
      const chance = this.random();
      if (this.postIds.length === 0 || chance < 0.03) this.post();
      else if (chance < 0.15 && this.topComments.length > 0) this.reply();
      else this.comment();
      if (chance > 0.97) this.edit();
    }
  }

  private post(): void {
    const { facebook, pageId } = this;
    this.postIds.push(facebook.addPost({ pageId, author: this.author(), text: this.text() }));
  }

  private comment(): void {
    const postId = this.pick(this.postIds);
    const id = this.facebook.addComment({ postId, author: this.author(), text: this.text() });
    this.topComments.push({ id, postId });
  }

  private reply(): void {
    const { id: parentId, postId } = this.pick(this.topComments);
    this.facebook.addComment({ postId, parentId, author: this.author(), text: this.text() });
  }

  /** Followed by a new comment below the same post, without which Facebook tells nobody of an edit. */
  private edit(): void {
    if (this.topComments.length === 0) return;
    const { id, postId } = this.pick(this.topComments);
    this.facebook.edit(id, `${this.text()} (виправлено)`);
    this.facebook.addComment({ postId, author: this.author(), text: this.text() });
  }

  private author(): { id: string; name: string } {
    const number =
      this.random() < 0.1 ? 1 + Math.floor(this.random() * (this.written + 1)) : this.written + 1;
    return { id: `77${number}`, name: `Reader ${number}` };
  }

  private text(): string {
    this.written += 1;
    const chance = this.random();
    const pool = chance < 0.06 ? urgent : chance < 0.35 ? complaints : calm;
    return `${this.pick(pool)} [${this.written}]`;
  }

  private pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.random() * from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
