/**
 * Statements whose text is made once for each home: kysely takes longer to build and compile one than SQLite takes to run it, and the same few
 * dozen are run for every turn. Only for what is run that often; a statement whose shape depends on its values is built each time.
 */
import { type Compilable, type CompiledQuery, type Kysely, type QueryResult } from 'kysely';

import { type Tables } from './tables';

/** The value of that name, wherever a statement takes a value. */
export type Given<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/** Runs the statement with these values, in a database or a transaction. */
export type CompiledOnce<Values, Row> = (db: Kysely<Tables>, values: Values) => Promise<QueryResult<Row>>;

/** What stands where a value will be, while the text is made. */
class Place {
  constructor(readonly name: PropertyKey) {}
}

/** `build` is called once for each home; the values of a call are only where it asked for them by `given`. */
export function compiledOnce<Values extends object, Row>(
  build: (db: Kysely<Tables>, given: Given<Values>) => Compilable<Row>,
): CompiledOnce<Values, Row> {
  // kysely looks only at whether a value is an expression or a list, which a place is not: it goes among the parameters as it is.
  const given: Given<Values> = (name) => new Place(name) as never;
  /** By what is one object for a database and all of its transactions. */
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return (db, values) => {
    const home = db.getExecutor().adapter;
    const known = compiled.get(home) ?? build(db, given).compile();
    compiled.set(home, known);
    const named = values as Readonly<Record<PropertyKey, unknown>>;
    const parameters = known.parameters.map((value) => (value instanceof Place ? named[value.name] : value));
    return db.executeQuery({ ...known, parameters });
  };
}
