import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of the staff told of a text that no source brought. */
export class ReportedMentions1795671600000 implements MigrationInterface {
  readonly name = 'ReportedMentions1795671600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mentions add column reported_by_staff_id uuid,
        add foreign key (workspace_id, reported_by_staff_id) references staff (workspace_id, id)
          on delete set null (reported_by_staff_id);
      comment on column mentions.reported_by_staff_id is 'the person who pasted it or read it out of a letter';`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
