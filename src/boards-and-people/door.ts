// The one place that sees both sides: who somebody is, and what the boards may know of them. It lives outside both.
import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type ContactActor, type StaffActor, answers, leads, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, sql } from '../platform/database/index.js';
import { rateLimited, unauthenticated } from '../platform/errors.js';
import { BOARDS as LIMITS } from '../platform/limits.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { dateIn, startOfDay } from '../platform/local-time.js';
import { BOARD_KEYS } from './keys.js';
import {
  type Audience,
  type AudienceSize,
  type BoardAccess,
  BoardDoor,
  type BoardKeys,
  type KnownName,
  saidUnderName,
} from '../community/index.js';

type Facts = {
  zone: string;
  name: string;
  company_name: string | null;
  tier: string | null;
  writers: number;
  /** Who turned out to be the same person: what they wrote is theirs. */
  others: string[];
};

/** Names are read again after as long. */
const NAMES_MS = 5 * 60_000;
const SIZES_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** People of clients who may write: neither gone nor readers alone. */
const writers = sql`hotline.company_contact contact
  join hotline.person person on person.id = contact.person_id and person.deactivated_at is null
  join hotline.space space on space.company_id = contact.company_id
  join hotline.space_member member on member.space_id = space.id and member.person_id = contact.person_id
    and member.side = 'CONTACT' and member.left_at is null and member.role <> 'READER'`;

/** How much each has written today, under a salt that nobody knows and that ends with the day. In memory alone. */
class Writings {
  private salt = randomBytes(32);
  private counts = new Map<string, number>();
  private day = '';

  /** Throws RATE_LIMITED, with the seconds until the next day. */
  count(
    personId: string,
    what: 'WORDS' | 'PICTURE',
    today: string,
    most: number,
    untilTomorrow: number,
  ): void {
    if (today !== this.day) {
      this.salt = randomBytes(32);
      this.counts = new Map();
      this.day = today;
    }
    const key = createHmac('sha256', this.salt).update(`${what} ${personId}`).digest('base64');
    const count = (this.counts.get(key) ?? 0) + 1;
    if (count > most)
      throw rateLimited(
        'WROTE_ENOUGH',
        what === 'WORDS'
          ? `Write at most ${most} times a day on the boards; go on tomorrow.`
          : `Add at most ${most} pictures a day on the boards; go on tomorrow.`,
        untilTomorrow,
      );
    this.counts.set(key, count);
  }
}

/** Kept for a while, by key. */
class Kept<Value> {
  private readonly values = new Map<string, { value: Promise<Value>; until: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly milliseconds: number,
  ) {}

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const now = this.clock.now().getTime();
    const known = this.values.get(key);
    if (known && now < known.until) return known.value;
    if (this.values.size > 1_000) this.values.clear();
    const value = make();
    this.values.set(key, { value, until: now + this.milliseconds });
    value.catch(() => this.values.delete(key));
    return value;
  }
}

@Injectable()
export class Door extends BoardDoor {
  private readonly writings = new Writings();
  /** By the one who asks, who is somebody new with each request: a page of a hundred posts asks a hundred times. */
  private readonly entered = new WeakMap<object, Promise<BoardAccess>>();
  private readonly sizes: Kept<AudienceSize>;
  private readonly names: Kept<readonly KnownName[]>;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(BOARD_KEYS) private readonly keys: () => BoardKeys,
    @Inject(LOG) private readonly log: Logger,
  ) {
    super();
    this.sizes = new Kept(clock, SIZES_MS);
    this.names = new Kept(clock, NAMES_MS);
  }

  enter(actor: object): Promise<BoardAccess> {
    const known = this.entered.get(actor) ?? this.lookUp(actor as Actor);
    this.entered.set(actor, known);
    return known;
  }

  private async lookUp(who: Actor): Promise<BoardAccess> {
    if (who.kind !== 'contact' && who.kind !== 'staff') throw unauthenticated();
    const facts = await this.facts(who);
    if (!facts) throw unauthenticated();
    return this.access(who, facts);
  }

  private access(who: ContactActor | StaffActor, facts: Facts): BoardAccess {
    const { personId } = who;
    const everybody = [personId, ...facts.others];
    const contact = who.kind === 'contact' ? who : null;
    const now = this.clock.now();
    const today = dateIn(facts.zone, now);
    const member = contact?.memberRole ?? null;
    return {
      ours: contact === null,
      today,
      moderates: answers(who),
      arranges: leads(who),
      writes: contact ? member === 'OWNER' || member === 'MEMBER' : answers(who),
      name: facts.name,
      label: contact && facts.writers >= this.config.boardLabelFrom ? facts.company_name : null,
      mayRead: ({ everyone, tiers, companyIds }) =>
        contact === null ||
        (member !== null &&
          (everyone || tiers.includes(facts.tier ?? '') || companyIds.includes(contact.companyId))),
      tags: (purpose, thingId) => everybody.flatMap((each) => this.keys().tags(each, purpose, thingId)),
      seal: (boardId) => this.keys().seal(personId, boardId),
      stands: () => this.clock.now() < who.sessionEnds,
      renew: () => this.lookUp(who),
      isBanned: (boardId, ban) => everybody.some((each) => this.keys().isBanned(each, boardId, ban)),
      countWriting: (what = 'WORDS') => {
        if (this.config.rateFactor === 0) return;
        const tomorrow = startOfDay(facts.zone, dateIn(facts.zone, new Date(now.getTime() + DAY_MS)));
        const seconds = (tomorrow.getTime() - now.getTime()) / 1_000;
        const most = what === 'WORDS' ? LIMITS.writingsADay : LIMITS.picturesADay;
        this.writings.count(personId, what, today, most * this.config.rateFactor, seconds);
      },
    };
  }

  private facts(who: ContactActor | StaffActor): Promise<Facts | null> {
    const companyId = who.kind === 'contact' ? who.companyId : null;
    return this.database.readOne<Facts>(
      system,
      sql`select place.zone, person.name, company.name as company_name, company.tier,
            (select count(*)::int from ${writers} where contact.company_id = ${companyId}::uuid and contact.left_at is null) as writers,
            array(select other.id from hotline.person other where other.merged_into_id = person.id) as others
          from hotline.person person cross join hotline.installation place
          left join hotline.company company on company.id = ${companyId}::uuid
          where person.id = ${who.personId}`,
    );
  }

  sizeOf(audience: Audience): Promise<AudienceSize> {
    const { everyone, tiers, companyIds } = audience;
    return this.sizes.get(JSON.stringify([everyone, tiers, companyIds]), async () => {
      const [size] = await this.database.read<AudienceSize>(
        system,
        sql`select count(distinct contact.company_id)::int as companies, count(distinct contact.person_id)::int as people
            from ${writers} join hotline.company company on company.id = contact.company_id
            where contact.left_at is null and (${everyone} or company.tier = any(${tiers}::text[])
              or company.id = any(${companyIds}::uuid[]))`,
      );
      return size ?? { companies: 0, people: 0 };
    });
  }

  /** What was said stands already: that nobody can be told just now is no reason to refuse it. */
  async saidUnderName(threadId: string, postId: string): Promise<void> {
    try {
      await this.database.transact(system, (tx) => tx.emit(saidUnderName, { threadId, postId }));
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'followers of a thread could not be told');
    }
  }

  /** All of them, compared in memory: a text that is about to be written goes to no other database. */
  knownNames(): Promise<readonly KnownName[]> {
    return this.names.get('', () =>
      this.database.read<KnownName>(
        system,
        sql`select 'COMPANY' as kind, name from hotline.company where merged_into_id is null and char_length(name) >= 3
            union select 'PERSON', name from hotline.person where deactivated_at is null and merged_into_id is null
              and char_length(name) >= 3 and staff_role is null`,
      ),
    );
  }
}
