import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";

/** Runs statements of a database, each of which is prepared once. */
export interface Queries {
  prepare(sql: string): StatementSync;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** Returns the column `record` of the first row; undefined without rows. */
  one<T>(sql: string, ...values: SQLInputValue[]): T | undefined;
  /** Returns the column `record` of all rows. */
  all<T>(sql: string, ...values: SQLInputValue[]): T[];
  /** Returns the column `value` of the first row; undefined if it is not a number. */
  number(sql: string, ...values: SQLInputValue[]): number | undefined;
}

export function createQueries(database: DatabaseSync): Queries {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
    return statement;
  };
  return {
    prepare,
    run: (sql, ...values) => void prepare(sql).run(...values),
    one<T>(sql: string, ...values: SQLInputValue[]) {
      const row = prepare(sql).get(...values);
      return row === undefined ? undefined : parseRecord<T>(row);
    },
    all: <T>(sql: string, ...values: SQLInputValue[]) =>
      prepare(sql)
        .all(...values)
        .map((row) => parseRecord<T>(row)),
    number(sql, ...values) {
      const value = prepare(sql).get(...values)?.["value"];
      return typeof value === "number" ? value : undefined;
    },
  };
}

/** Parses the column `record` of a row. */
export const parseRecord = <T>(row: Readonly<Record<string, unknown>>): T =>
  JSON.parse(String(row["record"])) as T;

/** Returns the LIMIT in SQL. A negative number means no limit. */
export const limitOf = (limit: number): number => (limit === Infinity ? -1 : limit);
