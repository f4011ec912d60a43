// Turns whoever asks into what the boards may know of them. In a resolver: `@Board() access: BoardAccess`.
import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { Acting } from '../platform/graphql/index.js';
import { type BoardAccess, BoardDoor } from './board-access.js';

@Injectable()
class AccessPipe implements PipeTransform<object, Promise<BoardAccess>> {
  constructor(@Inject(BoardDoor) private readonly door: BoardDoor) {}

  transform(actor: object): Promise<BoardAccess> {
    return this.door.enter(actor);
  }
}

export const Board = (): ParameterDecorator => Acting(AccessPipe);
