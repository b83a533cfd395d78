import { NestFactory } from '@nestjs/core';
import { Listener, type ListenerParts } from './listener.js';
import { ListenerModule } from './listener.module.js';

/** Starts to listen; `stop` waits for what is being read (abort the signal first). */
export async function startListener(parts: ListenerParts): Promise<{ stop(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(ListenerModule.with(parts), {
    logger: ['error', 'warn'],
  });
  return {
    async stop() {
      await app.get(Listener).settled();
      await app.close();
    },
  };
}
