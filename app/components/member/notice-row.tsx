import { useTranslation } from "react-i18next";

import { Badge, classes, TimeText } from "~/components/ui";
import type { NoticeKind } from "~/db/notice.server";
import { Form, Hidden, SubmitButton } from "~/forms";

export type ToldNotice = { id: string; kind: NoticeKind; told_at: string; read: boolean; title: string | null; to: string };

/** One notice. Its title is a button because opening it also marks it as read; that works without scripts. */
export function NoticeRow({ notice: { id, kind, told_at, read, title: words, to } }: { notice: ToldNotice }) {
  const { t } = useTranslation("member");
  const title = words ?? t(`notices.kind.${kind}`);
  return (
    <li className="px-4 py-3 sm:px-5">
      <Form id={`notice-${id}`} className="flex-row! flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Hidden name="notice" value={id} />
        <Hidden name="to" value={to} />
        <div className="min-w-0 grow basis-72">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-quiet">
            <Badge tone={read ? "neutral" : "accent"}>{t(`notices.kind.${kind}`)}</Badge>
            <TimeText value={told_at} />
            {read ? null : <span className="font-strong text-accent">{t("notices.unread")}</span>}
          </div>
          <button type="submit" name="intent" value="open" className={classes("mt-1 min-h-6 max-w-full cursor-pointer text-left break-words underline decoration-line-strong underline-offset-4 hover:decoration-ink", !read && "font-strong")}>
            {title}
          </button>
        </div>
        <div className="flex flex-wrap gap-2">
          {read ? null : (
            <SubmitButton look="quiet" compact name="intent" value="read">
              {t("notices.markRead")}
              <span className="sr-only">: {title}</span>
            </SubmitButton>
          )}
          <SubmitButton look="quiet" compact name="intent" value="delete">
            {t("notices.delete")}
            <span className="sr-only">: {title}</span>
          </SubmitButton>
        </div>
      </Form>
    </li>
  );
}
