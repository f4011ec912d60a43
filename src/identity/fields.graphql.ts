// What several inputs and answers of identity have in common.
import { Field, ObjectType } from '@nestjs/graphql';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { tidyEmail } from '../platform/graphql/index.js';

export const Email = () => (target: object, key: string) => {
  Transform(({ value }) => (typeof value === 'string' ? tidyEmail(value) : value))(target, key);
  IsEmail()(target, key);
  MaxLength(254)(target, key);
};

export const Password = () => (target: object, key: string) => {
  IsString()(target, key);
  MinLength(10)(target, key);
  MaxLength(256)(target, key);
};

export const Token = () => (target: object, key: string) => {
  IsString()(target, key);
  MaxLength(200)(target, key);
};

@ObjectType({ isAbstract: true })
export class DonePayload {
  @Field(() => Boolean, {
    description: 'Always true: the answer gives away neither who is known nor what there was to do.',
  })
  done: boolean;
}
