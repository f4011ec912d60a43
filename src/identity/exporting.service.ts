// Everything that is kept of a person, as one file for whoever may ask; and, before somebody is erased, how much it is.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system, systemFor } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import { found, must } from '../platform/errors.js';
import { audit } from './audit.js';
import { canErase, canExportData } from './identity.policy.js';
import { PersonalData } from './personal-data.js';
import { PERSONAL_PARTS } from './personal-parts.js';

type Who = { id: string; staff: boolean; ids: string[] };

@Injectable()
export class ExportingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PersonalData) private readonly data: PersonalData,
  ) {
    data.register(...PERSONAL_PARTS);
  }

  /** Writes it down in the trail and returns the pieces of a JSON document. */
  async file(actor: Actor, personId: string): Promise<AsyncIterable<string>> {
    must(canExportData(actor, personId));
    const { id, ids } = await this.who(personId);
    const at = await this.database.transact(systemFor(actor), async (tx) => {
      await audit(tx, 'DATA_EXPORTED', 'person', id);
      return tx.at;
    });
    return this.data.document({ product: 'hotline', format: 1, madeAt: at.toISOString() }, ids);
  }

  /** What erasing them would touch. */
  async preview(
    actor: Actor,
    personId: string,
  ): Promise<{ id: string; staff: boolean; parts: { part: string; count: number }[] }> {
    must(canErase(actor, personId));
    const { id, staff, ids } = await this.who(personId);
    return { id, staff, parts: await this.data.counts(ids) };
  }

  /** Under all their ids: also those that were merged into them. */
  private async who(personId: string): Promise<Who> {
    return found(
      await this.database.readOne<Who>(
        system,
        sql`select person.id, person.staff_role is not null as staff,
              array(select each.id from hotline.person each where person.id in (each.id, each.merged_into_id)) as ids
            from hotline.person person
            where person.id = ${personId} and person.merged_into_id is null and person.erased_at is null`,
      ),
    );
  }
}
