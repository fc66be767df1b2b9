/** Reads rows in PostgreSQL's binary form as they come from the server, without an object per column. */
import type pg from "pg";

/** A row: field n starts at `at[n]` in `bytes` and is `length[n]` long, -1 when null. Both are used again for the next row. */
export type Row = { bytes: Buffer; at: Int32Array; length: Int32Array };

type Connection = { query(text: string): void };
type CopyData = { chunk: Buffer };

/** Runs `query` as a COPY and calls `each` for every row. Rejects with the server's error. */
export function copyOut(client: pg.Client, query: string, fields: number, each: (row: Row) => void): Promise<void> {
  const row: Row = { bytes: Buffer.alloc(0), at: new Int32Array(fields), length: new Int32Array(fields) };
  let first = true;
  return new Promise((resolve, reject) => {
    let failed: unknown = null;
    const take = (bytes: Buffer) => {
      let at = 0;
      if (first) {
        // Signature (11), flags (4) and the length of a header extension, which is empty.
        at = 19 + bytes.readInt32BE(15);
        first = false;
        if (at >= bytes.length) return;
      }
      if (bytes.readInt16BE(at) === -1) return;
      at += 2;
      row.bytes = bytes;
      for (let n = 0; n < fields; n += 1) {
        const length = bytes.readInt32BE(at);
        at += 4;
        row.at[n] = at;
        row.length[n] = length;
        if (length > 0) at += length;
      }
      each(row);
    };
    const submittable = {
      submit: (connection: Connection) => connection.query(`copy (${query}) to stdout (format binary)`),
      handleCopyData: ({ chunk }: CopyData) => {
        if (failed !== null) return;
        try {
          take(chunk);
        } catch (error) {
          failed = error;
        }
      },
      handleError: (error: unknown) => { failed ??= error; },
      handleCommandComplete: () => undefined,
      handleRowDescription: () => undefined,
      handleReadyForQuery: () => (failed === null ? resolve() : reject(failed instanceof Error ? failed : new Error(String(failed)))),
    };
    client.query(submittable as unknown as pg.Submittable);
  });
}
