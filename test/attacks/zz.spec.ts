import { operations, schema, variablesOf } from '../world/operations.js';
import { parse, validate, Lexer, Source } from 'graphql';
it('x', () => {
  for (const op of operations()) {
    const lexer = new Lexer(new Source(op.document)); let n = 0; while (lexer.advance().kind !== '<EOF>') n++;
    const errs = validate(schema, parse(op.document));
    console.log(op.kind, op.label, n, errs.map(String).join(), JSON.stringify(variablesOf(op, (w) => w)));
  }
});
