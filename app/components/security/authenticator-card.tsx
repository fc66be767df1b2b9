import { useTranslation } from "react-i18next";

import { Badge, Card, LinkButton, TimeText } from "~/components/ui";
import type { AuthenticatorState } from "~/db/identity-proof.server";

type Props = {
  state: Pick<AuthenticatorState, "in_use" | "required">;
  /** the pages of this audience */
  to: { setUp: string; codes: string; remove: string };
};

/** Whether an authenticator is in use, and what can be done about it. */
export function AuthenticatorCard({ state: { in_use, required }, to }: Props) {
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
            {required ? null : (
              <LinkButton to={to.remove} look="quiet">
                {t("removal.title")}
              </LinkButton>
            )}
          </div>
        </>
      ) : (
        <>
          <p className="max-w-[36rem]">{t("security.why")}</p>
          <LinkButton to={to.setUp} className="mt-4">
            {t("setUp.title")}
          </LinkButton>
        </>
      )}
    </Card>
  );
}
