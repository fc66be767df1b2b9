import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, Card, LinkButton, TimeText } from "~/components/ui";
import type { AuthenticatorState } from "~/db/identity-proof.server";

type Props = {
  state: Pick<AuthenticatorState, "in_use" | "required">;
  /** the pages of this audience */
  to: { setUp: string; codes: string; remove: string };
  staff?: boolean;
};

/** Whether an authenticator is in use, and what can be done about it. */
export function AuthenticatorCard({ state: { in_use, required }, to, staff = false }: Props) {
  const { t } = useTranslation("auth");
  return (
    <Card title={t("security.authenticator")} action={<Badge tone={in_use ? "success" : "neutral"}>{in_use ? t("security.on") : t("security.off")}</Badge>}>
      {in_use ? (
        <>
          <p>
            {t("security.since")} <TimeText value={in_use.since} />
          </p>
          <p className="mt-1 text-sm text-quiet">{t("codes.left", { count: in_use.recovery_left })}</p>
          <div className="mt-4 flex flex-wrap gap-3">
            <LinkButton to={to.codes} look="secondary">
              {t("codes.again")}
            </LinkButton>
            <LinkButton to={to.setUp} look="secondary">
              {t("security.replace")}
            </LinkButton>
          </div>
          {required ? null : (
            <p className="mt-4 text-sm">
              <Link to={to.remove} className="link inline-flex min-h-6 items-center">
                {t("removal.title")}
              </Link>
            </p>
          )}
        </>
      ) : (
        <>
          <p className="max-w-[36rem]">{staff ? t("security.staffWhy") : t("security.why")}</p>
          <LinkButton to={to.setUp} className="mt-4">
            {t("setUp.title")}
          </LinkButton>
        </>
      )}
    </Card>
  );
}
