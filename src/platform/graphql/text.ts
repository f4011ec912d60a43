// Text fields: what is too long, blank or no text at all is named by its field.
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** Invisible signs that make two names look alike, and those that turn the writing direction. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** One form for one text: NFC, without white space around it. */
export const tidy = (text: string): string => text.normalize('NFC').trim();

/** A name as people read it: one line, one form, nothing invisible. */
export const tidyName = (text: string): string => tidy(text.replace(INVISIBLE, '').replace(/\s+/g, ' '));

/** Addresses are compared in one form; 'İ' folds as Unicode says, not as a locale would. */
export const tidyEmail = (text: string): string => tidyName(text).toLowerCase().normalize('NFC');

const transformed = (change: (text: string) => string) =>
  Transform(({ value }) => (typeof value === 'string' ? change(value) : value));

/** Written words of `least` to `most` characters. */
export const Words = (least: number, most: number) =>
  applyDecorators(transformed(tidy), IsString(), MinLength(least), MaxLength(most));

/** A name of `least` to `most` characters, or with `each` a list of such. */
export const Name = (least: number, most: number, { each = false } = {}) =>
  applyDecorators(
    Transform(({ value }) =>
      each && Array.isArray(value)
        ? value.map((one) => (typeof one === 'string' ? tidyName(one) : one))
        : typeof value === 'string'
          ? tidyName(value)
          : value,
    ),
    IsString({ each }),
    MinLength(least, { each }),
    MaxLength(most, { each }),
  );
