import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { ShownPasskey } from "~/auth/passkey-pages.server";
import { Badge, Card, LinkButton, TimeText } from "~/components/ui";

type Props = {
  passkeys: ShownPasskey[];
  /** as many as a person may have */
  full: boolean;
  /** the page of this audience under which those of passkeys lie */
  under: string;
};

/** The passkeys that may answer in place of a code. */
export function PasskeysCard({ passkeys, full, under }: Props) {
  const { t } = useTranslation("auth");
  return (
    <Card title={t("passkeys.title")} action={<Badge tone={passkeys.length > 0 ? "success" : "neutral"}>{passkeys.length > 0 ? t("security.on") : t("security.off")}</Badge>}>
      <p className="max-w-[36rem] text-sm text-quiet">{t("passkeys.why")}</p>
      {passkeys.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {passkeys.map(({ id, name, added_at, used_at }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="font-strong wrap-anywhere">{name}</p>
                <p className="text-sm text-quiet">
                  {t("passkeys.added")} <TimeText value={added_at} />
                </p>
                <p className="text-sm text-quiet">
                  {used_at ? (
                    <>
                      {t("passkeys.used")} <TimeText value={used_at} />
                    </>
                  ) : (
                    t("passkeys.unused")
                  )}
                </p>
              </div>
              <Link to={`${under}/${id}`} className="link inline-flex min-h-6 items-center text-sm">
                {t("passkeys.remove")}
                <span className="sr-only">: {name}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {full ? (
        <p className="mt-4 text-sm text-quiet">{t("passkeys.full")}</p>
      ) : (
        <LinkButton to={`${under}/new`} look="secondary" className="mt-4">
          {t("passkeys.add")}
        </LinkButton>
      )}
    </Card>
  );
}
