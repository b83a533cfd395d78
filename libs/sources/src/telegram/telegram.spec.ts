import { describeSource, type SourceRig } from '../contract.spec-suite.js';
import { GROUP, openTelegram } from './telegram.spec-rig.js';

async function groupRig(): Promise<SourceRig> {
  const { fake, source, close } = await openTelegram();
  return {
    source,
    close,
    add: (text, at) => fake.add({ chatId: GROUP, author: 'Олег Козлов', text, at }),
    // Nobody is told of deletions in groups: what was said is heard.
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    expireToken: () => (fake.world.bot.alive = false),
    // A bot has no permission to receive that could be taken away; another receiver takes its place.
    dropReadPermission: () => (fake.world.webhook = { url: 'https://other.example/bot' }),
    requests: () => fake.server.counters.requests,
    forgets: 'asking from an offset confirms all updates before it, and Telegram forgets them',
    secrets: [fake.world.bot.token],
  };
}

describeSource('Telegram', groupRig);
