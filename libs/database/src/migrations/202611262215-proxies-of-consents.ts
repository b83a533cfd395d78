import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The proxy that a connection by consent goes through, from its first call on. */
export class ProxiesOfConsents1795731300000 implements MigrationInterface {
  readonly name = 'ProxiesOfConsents1795731300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table consents add column proxy_sealed bytea');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
