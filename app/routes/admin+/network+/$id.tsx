/** The pairs of one member, each with every figure it was made from, what the member earned from what, and what of it is held as reserve. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { line } from "~/components/admin/fields.server";
import { ReserveForm } from "~/components/admin/network/reserve-form";
import { paramId } from "~/components/admin/param-id.server";
import { readQuery } from "~/components/admin/query.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { PairFacts } from "~/components/network/pair-facts";
import { Badge, Card, CardGrid, DateText, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Pager, Stat, StateBadge } from "~/components/ui";
import { staffPairs, staffReserveRelease } from "~/db/network.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ currency: z.string().regex(/^[A-Z]{3,5}$/), reason: line("note_required", 500), key: requestKey() });

export const handle = { title: (loaded: { member: { name: string } } | undefined) => loaded?.member.name ?? "admin:tree.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffPairs(token, paramId(params), { cursor: readQuery(request).cursor() })), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const member = paramId(params);
    try {
      await staffReserveRelease(token, { member, ...submission.value });
      return redirect(saidPath(`/admin/network/${member}`, "released"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function MemberPairs() {
  const { t } = useTranslation(["admin", "common"]);
  const may = useMay();
  const { member, placed, items, next, wallets, owed, reserve, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = {
    left: t("admin:tree.left"), right: t("admin:tree.right"), matched: t("admin:pairs.matched"), flushed: t("admin:pairs.flushed"), life: t("admin:pairs.life"), serial: t("admin:pairs.serial"), month: t("admin:pairs.month"), usage: t("admin:pairs.usage"),
    buyer: t("admin:pairs.buyer"), needed: t("admin:pairs.needed"), version: t("admin:pairs.version"), value: t("admin:pairs.value"), percent: t("admin:pairs.percent"), emi: t("admin:pairs.emi"), earnings: t("admin:pairs.earnings"),
  };
  return (
    <Page>
      <PageHeader
        title={t("admin:tree.pairsOf", { name: member.name })}
        crumbs={[{ label: t("admin:tree.title"), to: "/admin/network" }, { label: member.name }]}
        actions={
          <>
            {placed ? (
              <LinkButton to={`/admin/network?at=${member.id}`} look="secondary">
                {t("admin:tree.open")}
              </LinkButton>
            ) : null}
            <LinkButton to={`/admin/members/${member.id}`} look="secondary">
              {t("admin:tree.openMember")}
            </LinkButton>
          </>
        }
      />
      <SaidNotice />
      {owed.map(({ amount, currency }) => (
        <Notice key={currency} tone="warning" title={t("admin:pairs.owed")}>
          <Money amount={amount} currency={currency} />
        </Notice>
      ))}
      {wallets.length > 0 ? (
        <CardGrid columns={3}>
          {wallets.map(({ kind, currency, balance }) => (
            <Stat key={`${kind} ${currency}`} label={t(`common:wallet.${kind}`)} value={<Money amount={balance} currency={currency} />} />
          ))}
        </CardGrid>
      ) : null}
      {reserve.map((one) => (
        <ReserveForm key={one.currency} answer={answer} reserve={one} mayRelease={may("network.write")} requestKey={key} />
      ))}
      <Card title={t("admin:tree.pairs")} padded={false}>
        {items.length === 0 ? (
          <EmptyState title={t("admin:pairs.none")} />
        ) : (
          <ul className="divide-y divide-line">
            {items.map((pair) => (
              <li key={pair.pair} className="px-4 py-3 sm:px-5">
                <details>
                  <summary className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                    <span className="font-strong">{t("admin:pairs.pair", { number: pair.life })}</span>
                    <DateText value={pair.at} />
                    <Money amount={pair.value} currency={pair.currency} />
                    <StateBadge state={pair.state === "reversed" ? "reversed" : pair.payment} />
                    {pair.deferred ? <Badge>{t("admin:pairs.deferred")}</Badge> : null}
                  </summary>
                  <div className="mt-3 max-w-[36rem]">
                    <PairFacts pair={pair} words={words} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        )}
        <Pager next={next} />
      </Card>
    </Page>
  );
}
