// How often one person or one address may ask in a minute, counted in the memory of this process.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { rateLimited } from './errors.js';
import { RATES } from './limits.js';
import { networkKey } from './proxies.js';

const MINUTE = 60_000;

/** A mutation; everything else is read. */
export type Doing = 'READ' | 'COMMAND';

@Injectable()
export class Rates {
  /** All minutes end together: one map that is emptied, never larger than what one minute brings. */
  private counts = new Map<string, number>();
  private began = 0;

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Any request, before it is even read. Throws RATE_LIMITED. */
  request(address: string): void {
    this.count(`address ${networkKey(address)}`, 1, RATES.requestsOfAddress);
  }

  /** An operation of a person, or of a stranger at an address; `times` commands stand in one document. */
  operation(personId: string | null, address: string, doing: Doing, times = 1): void {
    const who = personId ? `person ${personId}` : `stranger ${networkKey(address)}`;
    const { operationsOfPerson, operationsOfStrangers, commandsOfPerson, commandsOfStrangers } = RATES;
    this.count(who, 1, personId ? operationsOfPerson : operationsOfStrangers);
    if (doing === 'COMMAND')
      this.count(`${who} commands`, times, personId ? commandsOfPerson : commandsOfStrangers);
  }

  /** Somebody asks whether a certificate is true. Throws RATE_LIMITED. */
  verification(address: string): void {
    this.count(`verifies ${networkKey(address)}`, 1, RATES.verificationsOfAddress);
  }

  private count(key: string, times: number, most: number): void {
    const { rateFactor } = this.config;
    if (rateFactor === 0) return;
    const now = this.clock.now().getTime();
    // A clock that was set back begins a new minute, too.
    if (now >= this.began + MINUTE || now < this.began) {
      this.counts = new Map();
      this.began = now;
    }
    const count = (this.counts.get(key) ?? 0) + times;
    this.counts.set(key, count);
    if (count <= most * rateFactor) return;
    const seconds = (this.began + MINUTE - now) / 1_000;
    throw rateLimited('TOO_OFTEN', 'Too many requests in one minute. Wait a moment and try again.', seconds);
  }
}
