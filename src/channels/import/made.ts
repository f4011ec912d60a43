// What an import makes besides threads, written down so that exactly this can be taken back.
import { type Transaction, sql } from '../../platform/database/index.js';

export type MadeKind = 'COMPANY' | 'PERSON' | 'SPACE' | 'CONTACT';

export class Made {
  private readonly rows = new Map<string, { kind: MadeKind; id: string; other_id: string }>();

  /** `otherId`: of a CONTACT, the person in the company `id`. Returns `id`. */
  note(kind: MadeKind, id: string, otherId = id): string {
    this.rows.set(`${kind} ${id} ${otherId}`, { kind, id, other_id: otherId });
    return id;
  }

  has(kind: MadeKind, id: string): boolean {
    return this.rows.has(`${kind} ${id} ${id}`);
  }

  count(wanted: MadeKind): number {
    return [...this.rows.values()].filter(({ kind }) => kind === wanted).length;
  }

  async write(tx: Transaction, importId: string): Promise<void> {
    await tx.sql(sql`
      insert into hotline.import_made (import_id, kind, id, other_id)
      select ${importId}::uuid, kind, id, other_id from json_to_recordset(${JSON.stringify([...this.rows.values()])}::json)
        as r(kind text, id uuid, other_id uuid)
      on conflict do nothing`);
  }
}
