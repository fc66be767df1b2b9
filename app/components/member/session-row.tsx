import { useTranslation } from "react-i18next";

import { Badge, TimeText } from "~/components/ui";
import type { ListedSession } from "~/db/identity.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { NetworkPlace } from "~/components/security/network-place";
import { deviceOf } from "./device";

export function SessionRow({ session }: { session: ListedSession }) {
  const { t } = useTranslation("member");
  const { browser, system } = deviceOf(session.user_agent);
  const name = browser && system ? t("sessions.device", { browser, system }) : (browser ?? system ?? t("sessions.unknown"));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-strong">
          {name}
          {session.current ? <Badge tone="accent">{t("sessions.this")}</Badge> : null}
        </p>
        <p className="text-sm break-all text-quiet">
          <NetworkPlace address={session.ip} />
        </p>
        <p className="text-sm text-quiet">
          {t("sessions.since")} <TimeText value={session.created_at} />
        </p>
        <p className="text-sm text-quiet">
          {t("sessions.seen")} <TimeText value={session.seen_at} />
        </p>
      </div>
      {session.current ? null : (
        <Form id={`end-${session.id}`}>
          <Hidden name="intent" value="one" />
          <Hidden name="session" value={session.id} />
          <SubmitButton look="secondary" compact>
            {t("sessions.end")}
            <span className="sr-only">: {name}</span>
          </SubmitButton>
        </Form>
      )}
    </li>
  );
}
