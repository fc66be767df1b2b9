import { createTransport } from "nodemailer";

export type OutgoingMail = { to: string; subject: string; html: string; text: string; messageId: string; replyTo: string };

export type Mailer = {
  send: (mail: OutgoingMail) => Promise<void>;
  /** true: nothing leaves the machine, the rendered mail is kept for the development mailbox */
  keeps: boolean;
};

type MailerSettings = { smtpUrl: string | undefined; from: string; mailbox: boolean; timeoutMs?: number };

/** A server that says nothing for this long is not going to: the attempt is given up and repeated later. */
const silenceMs = 20_000;

export function makeMailer({ smtpUrl, from, mailbox, timeoutMs = silenceMs }: MailerSettings): Mailer {
  if (smtpUrl === undefined) {
    if (mailbox) return { keeps: true, send: async () => undefined };
    return {
      keeps: false,
      send: async () => {
        throw new Error("SMTP_URL is not set");
      },
    };
  }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // A mail is made of our own text; nothing in it may ever name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    keeps: false,
    send: async ({ to, subject, html, text, messageId, replyTo }) => {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        replyTo,
        subject,
        html,
        text,
        // The same for every attempt: a mail server that got it twice shows it once.
        messageId: messageId.startsWith("<") ? messageId : `<${messageId}>`,
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      });
    },
  };
}
