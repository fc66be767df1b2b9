/** One payout: tracker, the figures as they were frozen, what it moved, and the receipt right after it was asked for. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { cancelAction } from "~/components/member/cancel-action.server";
import { DangerAction } from "~/components/member/danger-action";
import { MovementTable } from "~/components/member/movement-table";
import { PausedNotice } from "~/components/member/paused-notice";
import { usePayoutFigures } from "~/components/member/payouts/payout-figures";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, DescriptionList, Notice, Page, PageHeader, StateBadge, TimeText, Tracker } from "~/components/ui";
import { memberPayout, memberPayoutCancel } from "~/db/payout.server";
import { newRequestKey } from "~/forms/request-key.server";

export const handle: MemberHandle = { title: "payout:one.title", place: "network" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberPayout(token, params.id ?? "")), key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return cancelAction(args, "/payouts", memberPayoutCancel);
}

export default function PayoutPage() {
  const { t } = useTranslation(["payout", "member"]);
  const { payout, why, parts, tracker, movements, paused, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const figures = usePayoutFigures();
  const { state, reference, destination_label, destination_tail } = payout;
  const stopped = state === "rejected" || state === "returned" || state === "reversed";
  return (
    <Page width="form">
      <PageHeader title={t("payout:one.of", { reference })} aside={<StateBadge state={state} />} crumbs={[{ label: t("payout:list.title"), to: "/payouts" }, { label: reference }]} />
      <PausedNotice paused={paused && (state === "pending" || state === "approved")} />
      {search.has("new") && state === "pending" ? (
        <Receipt title={t("payout:one.requested")} reference={reference}>
          {t("payout:one.requestedText")}
        </Receipt>
      ) : null}
      {payout.reason ? <Notice tone={stopped ? "danger" : "info"} title={t("member:deposit.reason")}>{payout.reason}</Notice> : null}
      {state === "returned" ? <Notice title={t("payout:one.returned")}>{t("payout:one.returnedText")}</Notice> : null}
      <Card title={t("member:deposit.progress")}>
        <Tracker steps={tracker} />
      </Card>
      <Card title={t("payout:one.figures")}>
        <DescriptionList
          items={[
            ...figures(payout, why, parts),
            { term: t("payout:figures.to"), value: destination_label, note: destination_tail },
            { term: t("member:deposit.submittedAt"), value: <TimeText value={payout.requested_at} /> },
          ]}
        />
        <p className="mt-3 text-sm text-quiet">{t("payout:one.frozen")}</p>
      </Card>
      {movements.length > 0 ? (
        <Card title={t("member:withdrawal.movements")} padded={false}>
          <MovementTable caption={t("member:withdrawal.movements")} movements={movements} />
        </Card>
      ) : null}
      {state === "pending" ? (
        <DangerAction summary={t("payout:cancel.summary")} label={t("payout:cancel.button")} intent="cancel" requestKey={key} answer={answer}>
          {t("payout:cancel.text")}
        </DangerAction>
      ) : null}
    </Page>
  );
}
