import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { refusedDecision } from "./decide-card";

type Props = { kyc: string; answer: unknown; requestKey: string };

/** Takes an identity check into review: who does so has compared the documents, and somebody else decides. */
export function ReviewCard({ kyc, answer, requestKey }: Props) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("kyc.review")}>
      <p className="mb-4 text-sm text-quiet">{t("kyc.reviewText")}</p>
      <Form answer={refusedDecision(answer) === "review" ? answer : null} id="review">
        <Hidden name="decision" value="review" />
        <Hidden name="kyc" value={kyc} />
        <RequestKey value={requestKey} />
        <SubmitButton>{t("kyc.reviewButton")}</SubmitButton>
      </Form>
    </Card>
  );
}
