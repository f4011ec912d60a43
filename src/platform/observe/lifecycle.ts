// Whether this process still takes work. A process that leaves finishes what it has and is sent nothing new.
import { Injectable } from '@nestjs/common';

@Injectable()
export class Lifecycle {
  leaving = false;
}
