// The wall of honour in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Acting, Ctx, type GraphqlContext, globalId, groupBy } from '../../platform/graphql/index.js';
import { IdentityReads, loadPerson } from '../../identity/index.js';
import { SpaceType } from '../../spaces/index.js';
import * as shapes from './certificates.graphql.js';
import { canOpenWall } from './certificates.policy.js';
import { CertificatesReads, type HonouredRow } from './certificates.reads.js';
import { titlesOf } from './certificates.shapes.js';
import { HonourService } from './honour.service.js';

@Resolver(() => SpaceType)
export class HonourResolver {
  constructor(
    @Inject(CertificatesReads) private readonly reads: CertificatesReads,
    @Inject(HonourService) private readonly service: HonourService,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
  ) {}

  @ResolveField(() => shapes.WallOfHonour)
  async wallOfHonour(
    @Parent() space: SpaceType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WallOfHonour> {
    const { actor } = context;
    const [open, away, rows] = await Promise.all([
      context.load('openWall', space.companyUuid, async (ids) => {
        const walls = await this.reads.openWalls(actor, ids);
        return new Map(walls.map((id) => [id, true]));
      }),
      this.reads.keepsAway(actor),
      context.load('honoured', space.companyUuid, async (ids) =>
        groupBy(await this.reads.honoured(actor, ids), (each) => each.company_id),
      ),
    ]);
    const courses = groupBy(rows ?? [], (row) => row.course_id);
    return {
      open: open ?? false,
      away,
      courses: await Promise.all([...courses].map(([id, people]) => this.course(context, id, people))),
      abilities: { open: canOpenWall(actor), keepAway: actor.kind === 'contact' },
    };
  }

  @Mutation(() => shapes.OpenWallOfHonourPayload, {
    description: 'The owner of the space, for their own company.',
  })
  async openWallOfHonour(
    @Args('input') { open }: shapes.OpenWallOfHonourInput,
    @Acting() actor: Actor,
  ): Promise<shapes.OpenWallOfHonourPayload> {
    await this.service.open(actor, open);
    return { open };
  }

  @Mutation(() => shapes.KeepOffWallOfHonourPayload, {
    description: 'Contacts, each for themselves and in all their companies.',
  })
  async keepOffWallOfHonour(
    @Args('input') { away }: shapes.KeepOffWallOfHonourInput,
    @Acting() actor: Actor,
  ): Promise<shapes.KeepOffWallOfHonourPayload> {
    await this.service.keepAway(actor, away);
    return { away };
  }

  private async course(
    context: GraphqlContext,
    courseId: string,
    rows: HonouredRow[],
  ): Promise<shapes.HonouredCourse> {
    // As the course was called last.
    const latest = rows.reduce((one, other) => (other.issued_at > one.issued_at ? other : one));
    return {
      id: globalId('course', courseId),
      stage: latest.stage,
      titles: titlesOf(latest),
      people: await Promise.all(
        rows.map(async ({ person_id, issued_at, praise }) => ({
          person: await loadPerson(context, this.identity, person_id),
          since: issued_at,
          praise,
        })),
      ),
    };
  }
}
