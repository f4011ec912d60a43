// How modules above say what a subject is about, in the eyes of the one who is told.
import { Injectable } from '@nestjs/common';
import type { Recipient } from './notifications.service.js';

export type ToDescribe = { subjectId: string; causeIds: string[] };

/** What a mail says of one subject. Nothing that the recipient could not read in the app. */
export type Described = {
  subjectId: string;
  /** '#1024 알림이 오지 않아요' */
  heading: string;
  /** Where it is, as a path of the web app. */
  path: string;
  /** What was said, oldest first, as far as the recipient may see it. */
  said: { causeId: string; text: string }[];
};

export type Describer = (recipient: Recipient, subjects: ToDescribe[]) => Promise<Described[]>;

/** Filled at start by the modules whose things people are told of. */
@Injectable()
export class Describers {
  private readonly known = new Map<string, Describer>();

  register(subjectType: string, describe: Describer): void {
    this.known.set(subjectType, describe);
  }

  of(subjectType: string): Describer {
    const describe = this.known.get(subjectType);
    if (!describe) throw new Error(`Nobody says what a ${subjectType} is about.`);
    return describe;
  }
}
