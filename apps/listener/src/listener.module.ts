import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Listener, type ListenerParts } from './listener.js';

/** Asks the sources for new mentions, on a tick. */
@Module({})
export class ListenerModule {
  static with(parts: ListenerParts): DynamicModule {
    return {
      module: ListenerModule,
      imports: [ScheduleModule.forRoot()],
      providers: [{ provide: Listener, useFactory: () => new Listener(parts) }],
    };
  }
}
