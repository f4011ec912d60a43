// Erasing people in GraphQL. For administrators.
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { Acting, Ctx, type GraphqlContext, localId, localIdOrNull } from '../platform/graphql/index.js';
import { ErasePersonInput, ErasePersonPayload, ErasePreview } from './erasing.graphql.js';
import { ErasingService } from './erasing.service.js';
import { ExportingService } from './exporting.service.js';
import { IdentityReads } from './identity.reads.js';
import { loadPerson } from './identity.shapes.js';

@Resolver()
export class ErasingResolver {
  constructor(
    @Inject(ErasingService) private readonly erasing: ErasingService,
    @Inject(ExportingService) private readonly exporting: ExportingService,
    @Inject(IdentityReads) private readonly reads: IdentityReads,
  ) {}

  @Query(() => ErasePreview, { description: 'What erasing somebody would touch. For administrators.' })
  async erasePreview(
    @Args('personId', { type: () => ID }) personId: string,
    @Acting() actor: Actor,
  ): Promise<ErasePreview> {
    const { staff, parts } = await this.exporting.preview(actor, localId('person', personId));
    return { wordsUsually: !staff, parts };
  }

  @Mutation(() => ErasePersonPayload, {
    description:
      'For good: name, address, devices and mails of a person go, and their words where that is asked for; figures stay. CONFLICT (LAST_OWNER) when a space would be left without an owner.',
  })
  async erasePerson(
    @Args('input') input: ErasePersonInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ErasePersonPayload> {
    const id = await this.erasing.erase(context.actor, localId('person', input.personId), {
      words: input.words,
      confirmation: input.confirmation,
      successorId: localIdOrNull('person', input.successorId),
      newOwners: input.newOwners.map((each) => ({
        companyId: localId('company', each.companyId),
        personId: localId('person', each.personId),
      })),
    });
    return { person: await loadPerson(context, this.reads, id) };
  }
}
