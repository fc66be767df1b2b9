import { Link } from "@remix-run/react";
import { Paperclip } from "lucide-react";
import { useTranslation } from "react-i18next";

import { classes, TimeText } from "~/components/ui";
import type { Message } from "~/db/messaging.server";
import { formatCount } from "~/money/format";

type Props = { messages: Message[]; earlier: number | null; own: Message["side"]; filePath: (id: string) => string; zone?: string };

/** What was written, oldest first, one's own side at the right. Text is shown as it was typed and never as anything else. */
export function Conversation({ messages, earlier, own, filePath, zone }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      {earlier === null ? null : (
        <Link to={`?before=${earlier}`} className="link self-center text-sm">
          {t("thread.earlier")}
        </Link>
      )}
      <ol className="flex flex-col gap-4" aria-label={t("thread.messages")}>
        {messages.map((message) => (
          <li key={message.no} id={`m${message.no}`} className={classes("flex max-w-[88%] min-w-0 flex-col gap-1 sm:max-w-[75%]", message.side === own ? "items-end self-end" : "items-start self-start")}>
            <p className="text-xs text-quiet">
              <Who message={message} own={own} /> · <TimeText value={message.written_at} {...(zone ? { zone } : {})} />
            </p>
            <div className={classes("max-w-full rounded-card px-4 py-3", message.side === own ? "bg-accent-soft" : "bg-sunken")}>
              <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
                {message.body}
              </p>
              {message.file ? <FileLink file={message.file} to={filePath(message.file.id)} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Who({ message: { side, author }, own }: { message: Message; own: Message["side"] }) {
  const { t } = useTranslation();
  if (author !== null) return <span dir="auto">{author}</span>;
  return <>{side === own ? t("thread.you") : t("thread.support")}</>;
}

/** A file is saved, never opened inside our pages. */
function FileLink({ file, to }: { file: NonNullable<Message["file"]>; to: string }) {
  const { t, i18n } = useTranslation();
  return (
    <a href={to} className="link mt-2 inline-flex min-h-6 items-center gap-1.5 text-sm break-all" download>
      <Paperclip aria-hidden="true" className="size-4 flex-none" />
      {file.name}
      <span className="text-quiet no-underline">{t("thread.fileSize", { size: formatCount(String(Math.max(1, Math.round(file.bytes / 1024))), i18n.language) })}</span>
    </a>
  );
}
