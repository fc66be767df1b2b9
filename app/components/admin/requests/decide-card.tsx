import { useTranslation } from "react-i18next";

import { Card, LinkButton, Notice } from "~/components/ui";
import type { ApprovalRequest } from "~/db/approval.server";
import { AmountField, Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { sentValue } from "~/forms/answer";
import { Disclosure } from "../disclosure";
import { useStaff } from "../use-staff";
import { Consequence } from "./consequence";
import type { Evidence } from "./evidence.server";

type Props = { request: ApprovalRequest & { payload_hash: string }; evidence: Evidence | null; answer: unknown; requestKey: string };

/** Which of the forms was refused, so that it is open and its message is seen. */
export function refusedDecision(answer: unknown): string | null {
  return sentValue(answer, "decision");
}

/** Approve or reject, or why somebody else has to. */
export function DecideCard({ request, evidence, answer, requestKey }: Props) {
  const { t } = useTranslation("admin");
  const { permissions } = useStaff();
  const refused = refusedDecision(answer);
  const decides = permissions.includes("requests.decide");
  // An identity check is approved out of review only; the evidence says so.
  const unprepared = evidence?.kind === "kyc" && (evidence.kyc.renewal?.state ?? evidence.kyc.state) === "submitted";
  // Nobody approves a plan before having read what it would have done.
  const unread =
    evidence?.kind === "compensation_activation" && !evidence.read
      ? `/admin/network/plan/${evidence.version.id}`
      : evidence?.kind === "plan_activation" && evidence.rate_differs && !evidence.read
        ? `/admin/plans/versions/${evidence.plan.version_id}`
        : null;
  if (request.state !== "pending") return null;
  return (
    <div className="flex flex-col gap-4">
      {request.may_decide ? (
        <>
          {unread ? (
            <Card title={t("whatIf.first")}>
              <p className="mb-4 text-sm">{t("whatIf.firstText")}</p>
              <LinkButton to={unread}>{t("whatIf.open")}</LinkButton>
            </Card>
          ) : null}
          {unprepared || unread ? null : <Card title={request.given + 1 < request.needed ? t("decide.firstOfTwo") : t("decide.title")}>
            <Consequence request={request} evidence={evidence} />
            <Form answer={refused === "approve" ? answer : null} id="approve" className="mt-5" defaults={{ received: evidence?.kind === "deposit" ? evidence.deposit.amount : undefined }}>
              <Hidden name="decision" value="approve" />
              <Hidden name="payload_hash" value={request.payload_hash} />
              {evidence?.kind === "deposit" ? (
                <AmountField
                  name="received"
                  label={t("decide.received")}
                  hint={request.needed > 1 ? t("decide.receivedTwo") : t("decide.receivedHint")}
                  currency={evidence.deposit.currency}
                />
              ) : null}
              <TextareaField name="approve_note" label={t("decide.note")} hint={t("decide.noteHint")} optional rows={2} maxLength={1000} />
              <RequestKey value={requestKey} />
              <SubmitButton>{t("decide.approve")}</SubmitButton>
            </Form>
          </Card>}
          <Disclosure summary={t("decide.rejectTitle")} open={refused === "reject"}>
            <Form answer={refused === "reject" ? answer : null} id="reject">
              <Hidden name="decision" value="reject" />
              <Hidden name="payload_hash" value={request.payload_hash} />
              <TextareaField name="reject_note" label={t("decide.reason")} hint={request.member ? t("decide.reasonMember") : t("decide.reasonStaff")} rows={3} maxLength={1000} />
              <RequestKey value={requestKey} />
              <SubmitButton look="danger">{t("decide.reject")}</SubmitButton>
            </Form>
          </Disclosure>
        </>
      ) : (
        <Notice tone={request.given > 0 ? "warning" : "info"} title={request.given > 0 ? t("decide.waitsSecond") : t("decide.waits", { count: request.needed })}>
          {request.mine ? t("decide.mine") : request.spoken ? t("decide.spoken") : decides ? t("decide.yours") : t("decide.notYours")}
        </Notice>
      )}
      {request.mine ? (
        <Disclosure summary={t("decide.cancelTitle")} open={refused === "cancel"}>
          <p className="mb-4 text-sm">{t("decide.cancelText")}</p>
          <Form answer={refused === "cancel" ? answer : null} id="cancel">
            <Hidden name="decision" value="cancel" />
            <RequestKey value={requestKey} />
            <SubmitButton look="danger">{t("decide.cancel")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
