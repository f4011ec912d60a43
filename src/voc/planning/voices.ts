// Pages of words behind planning items, for one item and for the proof over all of them.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Cursors, toPage } from '../../platform/graphql/index.js';
import type { PlanningVoiceConnection } from './planning.graphql.js';
import { PlanningReads, type VoiceFilter } from './planning.reads.js';
import { voiceShape } from './planning.shapes.js';

@Injectable()
export class PlanningVoices {
  constructor(
    @Inject(PlanningReads) private readonly reads: PlanningReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  async page(
    actor: Actor,
    filter: VoiceFilter,
    { first, after: cursor }: { first: number; after?: string | null },
  ): Promise<PlanningVoiceConnection> {
    const list = { name: 'planningVoices', filter: [filter] };
    const position = cursor ? this.cursors.decode(list, cursor) : null;
    const after = position
      ? ([String(position[0]), String(position[1]), String(position[2])] as [string, string, string])
      : null;
    const rows = await this.reads.voices(actor, filter, first, after);
    const page = toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.occurred_at.toISOString(), row.item_id, row.planning_item_id],
      voiceShape,
    );
    return { ...page, filter };
  }
}
