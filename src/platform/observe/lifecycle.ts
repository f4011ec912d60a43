// Whether this process is on its way out: it still answers, but should be asked nothing new.
import { Injectable } from '@nestjs/common';

@Injectable()
export class Lifecycle {
  /** From the first signal on; readiness turns to 503. */
  leaving = false;
}
