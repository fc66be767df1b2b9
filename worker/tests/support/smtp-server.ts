/** A real SMTP server that misbehaves on command, and remembers every mail it accepted. */
import type { AddressInfo, Socket } from "node:net";

import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/**
 * accept: takes the mail. refuse: answers 550 to the recipient. busy: answers 451 after the mail. drop: cuts the line in the
 * middle of the mail. drop after: takes the mail and cuts the line before saying so. stall: never answers.
 */
export type Behaviour = "accept" | "refuse" | "busy" | "drop" | "drop after" | "stall";

export type SmtpServer = {
  url: string;
  /** applies to connections and mails from now on */
  behave: (behaviour: Behaviour) => void;
  accepted: Email[];
  /** mails begun so far, whatever became of them */
  begun: () => number;
  /** forgets what it was told and what it saw */
  reset: () => void;
  close: () => Promise<void>;
};

export async function startSmtpServer(): Promise<SmtpServer> {
  let behaviour: Behaviour = "accept";
  let begun = 0;
  const accepted: Email[] = [];
  const sockets = new Set<Socket>();
  const connections = new Map<string, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    closeTimeout: 100,
    onRcptTo: (_address, _session, answer) => {
      if (behaviour === "refuse") answer(Object.assign(new Error("mailbox unavailable"), { responseCode: 550 }));
      else answer();
    },
    onData: (stream, session, answer) => {
      begun += 1;
      const now = behaviour;
      const cut = () => connections.get(session.id)?.destroy();
      if (now === "drop") {
        stream.once("data", cut);
        stream.resume();
        return;
      }
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (now === "stall") return;
        if (now === "busy") {
          answer(Object.assign(new Error("try again later"), { responseCode: 451 }));
          return;
        }
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          accepted.push(mail);
          if (now === "drop after") cut();
          else answer();
        });
      });
    },
    onConnect: (session, answer) => {
      const socket = [...sockets].find((one) => one.remotePort === session.remotePort);
      if (socket) connections.set(session.id, socket);
      answer();
    },
  });
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  // A line we cut ourselves is reported as an error of the connection.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    behave: (next) => {
      behaviour = next;
    },
    accepted,
    begun: () => begun,
    reset: () => {
      behaviour = "accept";
      begun = 0;
      accepted.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
