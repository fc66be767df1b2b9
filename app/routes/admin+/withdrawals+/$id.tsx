/** One withdrawal: where it goes, and the steps that are left: send, then confirm or take back. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { isChecked } from "~/components/admin/check-answers";
import { backToForm, showAgain } from "~/components/admin/check-answers.server";
import { Destination } from "~/components/admin/withdrawals/destination";
import { CloseForms } from "~/components/admin/withdrawals/close-forms";
import { SendCheck, SendForm } from "~/components/admin/withdrawals/send-form";
import { withdrawalSchema } from "~/components/admin/withdrawals/withdrawal-form.server";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Card, DescriptionList, Money, Page, PageHeader, StateBadge, TimeText, Tracker } from "~/components/ui";
import { staffWithdrawal, staffWithdrawalConfirm, staffWithdrawalReturned, staffWithdrawalSent } from "~/db/funding.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";

export const handle = { title: (loaded: { withdrawal: { reference: string } } | undefined) => loaded?.withdrawal.reference ?? "admin:withdrawals.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffWithdrawal(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, withdrawalSchema());
  if (submission.status !== "success") return refuse(submission);
  const asked = submission.value;
  if (asked.step === "send" && asked.intent === "edit") return backToForm(submission);
  if (asked.step === "send" && asked.intent === "check") return showAgain(submission);
  return withSession(request, async () => {
    const withdrawal = paramId(params);
    const here = `/admin/withdrawals/${withdrawal}`;
    try {
      if (asked.step === "send") {
        await staffWithdrawalSent(token, { withdrawal, method: asked.method, transactionReference: asked.transaction_reference, key: asked.key });
        return redirect(saidPath(here, "sent"));
      }
      if (asked.step === "confirm") {
        await staffWithdrawalConfirm(token, withdrawal, asked.key);
        return redirect(saidPath(here, "confirmed"));
      }
      await staffWithdrawalReturned(token, { withdrawal, reason: asked.reason, key: asked.key });
      return redirect(saidPath(here, "returned"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function Withdrawal() {
  const { t } = useTranslation(["admin", "common"]);
  const may = useMay();
  const { withdrawal, tracker, request, method, methods, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, state } = withdrawal;
  const sends = may("withdrawals.send");
  return (
    <Page>
      <PageHeader
        title={t("admin:withdrawals.titleOf", { reference: withdrawal.reference })}
        crumbs={[{ label: t("admin:withdrawals.title"), to: "/admin/withdrawals" }, { label: withdrawal.reference }]}
        aside={<StateBadge state={state} />}
      />
      <SaidNotice />
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          {state === "approved" && sends ? (
            isChecked(answer) ? (
              <SendCheck answer={answer} withdrawal={withdrawal} methods={methods} />
            ) : (
              <SendForm answer={answer} withdrawal={withdrawal} methods={methods} requestKey={key} />
            )
          ) : null}
          {state === "sent" && sends ? <CloseForms answer={answer} withdrawal={withdrawal} requestKey={key} /> : null}
          <Card title={t("admin:withdrawals.destination")}>
            <Destination destination={withdrawal.destination} />
          </Card>
          <Card title={t("admin:withdrawals.details")}>
            <DescriptionList
              items={[
                {
                  term: t("admin:withdrawals.member"),
                  value: may("members.read") ? (
                    <Link to={`/admin/members/${withdrawal.member.id}`} className="link">
                      {withdrawal.member.name}
                    </Link>
                  ) : (
                    withdrawal.member.name
                  ),
                },
                { term: t("admin:withdrawals.wallet"), value: t(`common:wallet.${withdrawal.wallet}`) },
                { term: t("admin:requests.amount"), value: <Money amount={withdrawal.amount} currency={currency} /> },
                { term: t("admin:withdrawals.fee"), value: <Money amount={withdrawal.fee} currency={currency} /> },
                { term: t("admin:withdrawals.requested"), value: <TimeText value={withdrawal.requested_at} /> },
                method ? { term: t("admin:withdrawals.method"), value: method } : null,
                withdrawal.transaction_reference ? { term: t("admin:withdrawals.transaction"), value: withdrawal.transaction_reference } : null,
                withdrawal.reason ? { term: t("admin:withdrawals.reason"), value: withdrawal.reason } : null,
                request && may("requests.read")
                  ? {
                      term: t("admin:withdrawals.decision"),
                      value: (
                        <Link to={`/admin/requests/${request}`} className="link">
                          {t("admin:withdrawals.openDecision")}
                        </Link>
                      ),
                    }
                  : null,
              ]}
            />
          </Card>
        </div>
        <Card title={t("admin:withdrawals.progress")}>
          <Tracker steps={tracker} />
        </Card>
      </div>
    </Page>
  );
}
