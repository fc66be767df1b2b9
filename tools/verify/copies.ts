/**
 * Reads rows in PostgreSQL's binary COPY form straight from the socket. The `pg` package connects and authenticates; its parser, which
 * makes an object and a Buffer for every row, costs more than verifying the row does, so the stream is taken from it afterwards.
 */
import type { Socket } from "node:net";

import pg from "pg";

/** A row: `at` is where the length of its first field stands (four bytes, -1 for null, then the field). Valid during the call only. */
export type TakeRow = (bytes: Buffer, view: DataView, at: number) => void;

const message = { copyOut: 0x48, row: 0x64, error: 0x45, ready: 0x5a };
const nothing = Buffer.alloc(0);

/** What the server says is wrong: fields of a letter and a text, ended by zero. */
function said(bytes: Buffer): Error {
  const text = bytes.toString("utf8").split("\0").find((field) => field.startsWith("M"));
  return new Error(text?.slice(1) ?? "the server refused a query");
}

type Reading = { takers: TakeRow[]; at: number; start: boolean; failed: unknown; resolve: () => void; reject: (error: unknown) => void };

/** One connection that sees what `snapshot` sees and is used for copies only. */
export class Copies {
  private stream: Socket | null = null;
  private rest: Buffer = nothing;
  private reading: Reading | null = null;
  private broken: Error | null = null;

  private constructor(private readonly client: pg.Client) {}

  static async open(connectionString: string, snapshot: string): Promise<Copies> {
    const client = new pg.Client({ connectionString });
    const copies = new Copies(client);
    client.on("error", (error) => { copies.fail(error); });
    await client.connect();
    await client.query("begin isolation level repeatable read read only");
    await client.query(`set transaction snapshot '${snapshot}'`);
    // Ranges of numbers are read through indexes, of blocks for lines; never a whole table for a range of it.
    await client.query("set local work_mem = '64MB'; set local max_parallel_workers_per_gather = 0; set local enable_seqscan = off");
    await copies.takeStream();
    return copies;
  }

  private takeStream(): Promise<void> {
    return new Promise((resolve, reject) => {
      const submittable = {
        submit: ({ stream }: { stream: Socket }) => {
          this.stream = stream;
          stream.removeAllListeners("data");
          stream.pause();
          stream.on("data", (chunk: Buffer) => { this.take(chunk); });
          resolve();
        },
        handleError: (error: Error) => {
          this.fail(error);
          reject(error);
        },
      };
      this.client.query(submittable as unknown as pg.Submittable);
    });
  }

  /** Asks for these queries as copies, one after the other. May be called again before they are read: the server goes on meanwhile. */
  ask(...queries: string[]): void {
    const text = Buffer.from(`${queries.map((query) => `copy (${query}) to stdout (format binary)`).join("; ")}\0`, "utf8");
    const head = Buffer.from("Q\0\0\0\0", "latin1");
    head.writeInt32BE(text.length + 4, 1);
    this.stream?.write(Buffer.concat([head, text]));
  }

  /** Reads the answers to what was asked first and not yet read, a taker for each query. Rejects with the server's error or a taker's. */
  read(...takers: TakeRow[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.broken) {
        reject(this.broken);
        return;
      }
      this.reading = { takers, at: -1, start: true, failed: null, resolve, reject };
      const rest = this.rest;
      this.rest = nothing;
      this.take(rest);
      if (this.reading) this.stream?.resume();
    });
  }

  async copy(query: string, taker: TakeRow): Promise<void> {
    this.ask(query);
    await this.read(taker);
  }

  async close(): Promise<void> {
    // Terminate, said by ourselves: pg holds that a query is still running and would hang up without a word.
    if (!this.broken) this.stream?.write(Buffer.from("X\0\0\0\u0004", "latin1"));
    await this.client.end();
  }

  private fail(error: Error): void {
    this.broken = error;
    this.reading?.reject(error);
    this.reading = null;
  }

  private take(chunk: Buffer): void {
    let at = this.reading ? this.completed(chunk) : 0;
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
    while (this.reading && at + 5 <= chunk.length) {
      const end = at + 1 + view.getInt32(at + 1);
      if (end > chunk.length) break;
      this.one(this.reading, chunk, view, at, end);
      at = end;
    }
    if (at < chunk.length) this.rest = this.rest.length === 0 ? chunk.subarray(at) : Buffer.concat([this.rest, chunk.subarray(at)]);
  }

  /** Takes the message of which the chunk before held the beginning, and answers how much of this chunk belongs to it. Only that is copied. */
  private completed(chunk: Buffer): number {
    if (!this.reading || this.rest.length === 0) return 0;
    const head = this.rest.length < 5 ? Buffer.concat([this.rest, chunk.subarray(0, 5 - this.rest.length)]) : this.rest;
    const missing = head.length < 5 ? chunk.length + 1 : 1 + head.readInt32BE(1) - this.rest.length;
    if (missing > chunk.length) return 0;
    const whole = Buffer.concat([this.rest, chunk.subarray(0, missing)]);
    this.rest = nothing;
    this.one(this.reading, whole, new DataView(whole.buffer, whole.byteOffset, whole.length), 0, whole.length);
    return missing;
  }

  private one(reading: Reading, bytes: Buffer, view: DataView, at: number, end: number): void {
    if (bytes[at] === message.row) {
      let row = at + 5;
      if (reading.start) {
        // Signature (11), flags (4) and the length of a header extension, which is empty.
        row += 19 + view.getInt32(row + 15);
        reading.start = false;
        if (row >= end) return;
      }
      if (reading.failed !== null || view.getInt16(row) === -1) return;
      try {
        reading.takers[reading.at]?.(bytes, view, row + 2);
      } catch (error) {
        reading.failed = error;
      }
    } else if (bytes[at] === message.copyOut) {
      reading.at += 1;
      reading.start = true;
    } else if (bytes[at] === message.error) reading.failed ??= said(bytes.subarray(at + 5, end));
    else if (bytes[at] === message.ready) {
      this.stream?.pause();
      this.reading = null;
      if (reading.failed === null) reading.resolve();
      else reading.reject(reading.failed);
    }
  }
}
