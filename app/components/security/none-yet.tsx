import { useTranslation } from "react-i18next";

import { Card, EmptyState, LinkButton } from "~/components/ui";

/** There is no authenticator; `setUp` is the page of this audience that sets one up. */
export function NoneYet({ setUp }: { setUp: string }) {
  const { t } = useTranslation("auth");
  return (
    <Card>
      <EmptyState title={t("codes.none")} action={<LinkButton to={setUp} look="secondary">{t("setUp.title")}</LinkButton>}>
        {t("codes.noneText")}
      </EmptyState>
    </Card>
  );
}
