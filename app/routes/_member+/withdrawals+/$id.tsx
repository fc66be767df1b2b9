/** One withdrawal: tracker, figures, movements, and the receipt right after it was asked for. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { cancelAction } from "~/components/member/cancel-action.server";
import { DangerAction } from "~/components/member/danger-action";
import { MovementTable } from "~/components/member/movement-table";
import { useDestinationType, useWalletName } from "~/components/member/names";
import { PausedNotice } from "~/components/member/paused-notice";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, DescriptionList, Money, Notice, Page, PageHeader, StateBadge, TimeText, Tracker } from "~/components/ui";
import { memberWithdrawal, memberWithdrawalCancel } from "~/db/funding.server";
import { newRequestKey } from "~/forms/request-key.server";
import { addAmounts } from "~/money/decimal";
import { isZero } from "~/money/format";

export const handle: MemberHandle = { title: "member:withdrawal.one", place: "wallet" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberWithdrawal(token, params.id ?? "")), key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return cancelAction(args, "/withdrawals", memberWithdrawalCancel);
}

export default function WithdrawalPage() {
  const { t } = useTranslation("member");
  const { withdrawal, tracker, movements, paused, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const wallet = useWalletName()(withdrawal.wallet);
  const type = useDestinationType()(withdrawal.method_type);
  const { amount, fee, currency, state } = withdrawal;
  const stopped = state === "rejected" || state === "returned";
  return (
    <Page width="form">
      <PageHeader
        title={t("withdrawal.of", { reference: withdrawal.reference })}
        aside={<StateBadge state={state} />}
        crumbs={[{ label: t("withdrawals.title"), to: "/withdrawals" }, { label: withdrawal.reference }]}
      />
      <PausedNotice paused={paused && (state === "pending" || state === "approved")} />
      {search.has("new") && state === "pending" ? (
        <Receipt title={t("withdrawal.requested")} reference={withdrawal.reference}>
          {t("withdrawal.requestedText")}
        </Receipt>
      ) : null}
      {withdrawal.reason ? <Notice tone={stopped ? "danger" : "info"} title={t("deposit.reason")}>{withdrawal.reason}</Notice> : null}
      <Card title={t("deposit.progress")}>
        <Tracker steps={tracker} />
      </Card>
      <Card title={t("deposit.details")}>
        <DescriptionList
          items={[
            { term: t("withdrawal.youReceive"), value: <Money amount={amount} currency={currency} /> },
            { term: t("withdrawal.fee"), value: isZero(fee) ? t("withdrawal.noFee") : <Money amount={fee} currency={currency} /> },
            { term: t("withdrawal.total"), value: <Money amount={addAmounts(amount, fee)} currency={currency} /> },
            { term: t("withdrawal.from"), value: wallet },
            { term: t("withdrawal.to"), value: withdrawal.destination_label, note: `${type} ${withdrawal.destination_tail}` },
            withdrawal.transaction_reference ? { term: t("deposit.transactionReference"), value: <span className="break-all">{withdrawal.transaction_reference}</span> } : null,
            { term: t("deposit.submittedAt"), value: <TimeText value={withdrawal.requested_at} /> },
          ]}
        />
      </Card>
      {movements.length > 0 ? (
        <Card title={t("withdrawal.movements")} padded={false}>
          <MovementTable caption={t("withdrawal.movements")} movements={movements} />
        </Card>
      ) : null}
      {state === "pending" ? (
        <DangerAction summary={t("withdrawal.cancel.summary")} label={t("withdrawal.cancel.button")} intent="cancel" requestKey={key} answer={answer}>
          {t("withdrawal.cancel.text")}
        </DangerAction>
      ) : null}
    </Page>
  );
}
