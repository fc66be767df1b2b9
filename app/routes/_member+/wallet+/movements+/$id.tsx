/** One movement and everything that explains it: inputs, the sum, both sides, and what it belongs to. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { AccrualSum } from "~/components/member/accrual-sum";
import { Facts } from "~/components/member/facts";
import { MovementLines } from "~/components/member/movement-lines";
import { useMovementName, useWalletName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, DateText, DescriptionList, Money, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { memberMovement } from "~/db/ledger.server";

export const handle: MemberHandle = { title: "member:movement.title" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberMovement(token, params.id ?? "")));
}

const pages: Record<string, string> = { deposit: "/deposits", withdrawal: "/withdrawals", payout: "/payouts", investment: "/investments", booking: "/bookings", pair: "/network/pairs" };

export default function MovementPage() {
  const { t, i18n } = useTranslation("member");
  const { movement, explanation, lines, reversed_by, sealed } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const kind = useMovementName()(movement.kind);
  const wallet = useWalletName()(movement.wallet);
  const meaning = `movement.meaning.${movement.kind}`;
  const explained = i18n.exists(meaning, { ns: "member" });
  return (
    <Page width="form">
      <PageHeader
        title={kind}
        crumbs={[{ label: t("wallet.title"), to: "/wallet" }, { label: t("movements.title"), to: "/wallet/movements" }, { label: kind }]}
        lead={explained ? t(meaning as "movement.meaning.deposit") : undefined}
      />
      {search.has("new") && movement.kind === "own_transfer" ? (
        <Receipt title={t("move.done")} reference={movement.id}>
          {t("move.doneText")}
        </Receipt>
      ) : null}
      {reversed_by ? <Notice tone="warning" title={t("movement.reversed")}>{t("movement.reversedText")}</Notice> : null}
      <Card>
        <p className="text-2xl font-strong tracking-tight">
          <Money amount={movement.amount} currency={movement.currency} signed />
        </p>
        <div className="mt-4">
          <DescriptionList
            items={[
              { term: t("movement.wallet"), value: wallet },
              { term: t("movement.valueOn"), value: <DateText value={movement.value_on} /> },
              { term: t("movement.postedAt"), value: <TimeText value={movement.posted_at} /> },
              movement.reference ? { term: t("movement.reference"), value: movement.reference } : null,
              { term: t("movement.id"), value: movement.id },
            ]}
          />
        </div>
      </Card>
      {movement.kind === "accrual" ? (
        <Card title={t("movement.sum")}>
          <AccrualSum facts={explanation.facts} amount={movement.amount.replace(/^[+-]/, "")} currency={movement.currency} />
          <p className="mt-3 text-sm text-quiet">{t("movement.sumText")}</p>
        </Card>
      ) : null}
      {explanation.facts.length > 0 ? (
        <Card title={t("movement.facts")}>
          <Facts facts={explanation.facts.filter(({ name }) => !summed.has(name))} currency={movement.currency} />
        </Card>
      ) : null}
      <Card title={t("movement.lines")} padded={false}>
        <MovementLines lines={lines} />
      </Card>
      <Card title={t("movement.proof")}>
        {sealed ? (
          <>
            <p className="text-sm text-quiet">{t("movement.proofText")}</p>
            <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
              <li>
                <a href={`/resources/proof/${movement.id}`} download className="link inline-block py-1">
                  {t("movement.proofDownload")}
                </a>
              </li>
              <li>
                <Link to="/verify" className="link inline-block py-1">
                  {t("movement.proofVerify")}
                </Link>
              </li>
            </ul>
          </>
        ) : (
          <p className="text-sm text-quiet">{t("movement.proofSoon")}</p>
        )}
      </Card>
      {explanation.links
        .filter((link) => link.kind in pages)
        .map((link) => (
          <p key={link.id}>
            <Link to={`${pages[link.kind]}/${link.id}`} className="link">
              {t(`movement.open.${link.kind}` as "movement.open.deposit")}
            </Link>
          </p>
        ))}
    </Page>
  );
}

/** Shown as the sum already. */
const summed = new Set(["unrounded", "earned_through_day", "earned_through_day_before"]);
