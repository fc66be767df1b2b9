/** A line between client and PostgreSQL that reads the protocol as it passes and breaks at a chosen message. */
import { createServer, connect, type AddressInfo, type Socket } from "node:net";

/**
 * Where a line breaks: in the middle of the command; before Sync or COMMIT leaves; the moment it has left; when the answer is there, of
 * which nothing or one half arrives.
 */
export type Break = "command torn" | "commit held back" | "commit sent" | "answer lost" | "answer torn";
export const breaks: readonly Break[] = ["command torn", "commit held back", "commit sent", "answer lost", "answer torn"];

export type Line = {
  /** breaks at the next Sync of an autocommit call, or at the next COMMIT of an explicit one */
  arm(how: Break): void;
  /** whether the answer that was swallowed was a commit; null: none was seen */
  committed: boolean | null;
};

export type Proxy = {
  port: number;
  lineOf(localPort: number): Line;
  /** Resolves when the n-th message of the next command has left, and nothing passes any more; 6: when its answer has come, which is kept. */
  stopAt(message: number): Promise<void>;
  close(): Promise<void>;
};
/** Parse, Bind, Describe, Execute, Sync; a simple query is all of them in one. */
const partOfCommand = new Set([0x50, 0x42, 0x44, 0x45, 0x53, 0x51]);
export const messagesOfCommand = 5;

const isCommit = (message: Buffer): boolean => (message[0] === 0x51 && message.subarray(5).toString().toLowerCase().startsWith("commit"));
const isSync = (message: Buffer): boolean => message[0] === 0x53;

/** Whole messages at the beginning of what has arrived; the first of a connection has no type. */
function messages(pending: Buffer, begun: boolean): { whole: Buffer[]; rest: Buffer } {
  const whole: Buffer[] = [];
  let rest = pending;
  for (;;) {
    const head = begun || whole.length > 0 ? 1 : 0;
    if (rest.length < head + 4) break;
    const length = head + rest.readUInt32BE(head);
    if (rest.length < length) break;
    whole.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return { whole, rest };
}

/** The first message that says how the call ended: C(ommandComplete) or E(rror). */
function outcomeOf(answer: Buffer): boolean | null {
  for (const message of messages(answer, true).whole) {
    if (message[0] === 0x43) return true;
    if (message[0] === 0x45) return false;
  }
  return null;
}

export async function startProxy(target: number): Promise<Proxy> {
  const lines = new Map<number, Line>();
  const sockets = new Set<Socket>();
  let stop: { at: number; seen: number; reached(): void } | null = null;
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    let how: Break | null = null;
    let waiting = false;
    let begun = false;
    let explicit = false;
    let stopped = false;
    let pending = Buffer.alloc(0);
    let answer = Buffer.alloc(0);
    const line: Line = { committed: null, arm: (next) => { how = next; } };
    lines.set(client.remotePort ?? 0, line);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    client.on("data", (part) => {
      if (stopped) return;
      const { whole, rest } = messages(Buffer.concat([pending, part]), begun);
      pending = Buffer.from(rest);
      for (const message of whole) {
        begun = true;
        if (message[0] === 0x51 && message.subarray(5).toString().toLowerCase().startsWith("begin")) explicit = true;
        const last = explicit ? isCommit(message) : isSync(message);
        if (how === "command torn" && message[0] === 0x42) {
          upstream.write(message.subarray(0, Math.floor(message.length / 2)), cut);
          return;
        }
        if (how === null || !last || waiting) {
          upstream.write(message);
          if (!stop || !partOfCommand.has(message[0] ?? 0)) continue;
          stop.seen = message[0] === 0x51 ? messagesOfCommand : stop.seen + 1;
          if (stop.seen < stop.at || stop.at > messagesOfCommand) continue;
          stopped = true;
          stop.reached();
          return;
        }
        if (how === "commit held back") {
          cut();
          return;
        }
        if (how === "commit sent") {
          upstream.write(message, cut);
          return;
        }
        waiting = true;
        upstream.write(message);
      }
    });
    upstream.on("data", (part) => {
      if (stopped) return;
      if (stop && stop.at > messagesOfCommand && stop.seen >= messagesOfCommand) {
        stopped = true;
        stop.reached();
        return;
      }
      if (!waiting) {
        client.write(part);
        return;
      }
      answer = Buffer.concat([answer, part]);
      line.committed = outcomeOf(answer);
      if (line.committed === null) return;
      if (how === "answer torn") client.write(answer.subarray(0, Math.floor(answer.length / 2)), cut);
      else cut();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lineOf: (localPort) => {
      const found = lines.get(localPort);
      if (!found) throw new Error("no such line");
      return found;
    },
    stopAt: (message) => new Promise((resolve) => {
      stop = { at: message, seen: 0, reached: () => {
        stop = null;
        resolve();
      } };
    }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
