// A GraphQL enum out of a list of words.
import { registerEnumType } from '@nestjs/graphql';

export function wordsEnum<Word extends string>(
  name: string,
  words: readonly Word[],
  description?: string,
): { [Each in Word]: Each } {
  const values = Object.fromEntries(words.map((word) => [word, word])) as { [Each in Word]: Each };
  registerEnumType(values, { name, ...(description ? { description } : {}) });
  return values;
}
