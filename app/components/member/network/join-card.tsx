import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, Notice } from "~/components/ui";
import { Form, RequestKey, SubmitButton } from "~/forms";

/** Taking a place in the tree: below whom, and what it does and does not mean. */
export function JoinCard({ join, requestKey, answer }: { join: { sponsor: string | null; possible: boolean }; requestKey: string; answer: unknown }) {
  const { t } = useTranslation("network");
  return (
    <Card title={t("join.title")}>
      <p className="text-sm">{join.sponsor === null ? t("join.company") : t("join.below", { name: join.sponsor })}</p>
      <p className="mt-2 text-sm text-quiet">{t("join.text")}</p>
      <p className="mt-2 mb-4 text-sm">
        <Link to="/income-disclosure" className="link">
          {t("income")}
        </Link>
      </p>
      {join.possible ? (
        <Form answer={answer}>
          <RequestKey value={requestKey} />
          <SubmitButton>{t("join.button")}</SubmitButton>
        </Form>
      ) : (
        <Notice tone="info">{t("join.notYet")}</Notice>
      )}
    </Card>
  );
}
