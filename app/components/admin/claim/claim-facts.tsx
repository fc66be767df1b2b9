import { useTranslation } from "react-i18next";

import { Card, DataTable, DateText, DescriptionList, Money, StateBadge, TimeText } from "~/components/ui";
import type { Estate } from "~/db/claim.server";

/** What was reported, with its documents. */
export function ClaimFacts({ claim }: { claim: Estate }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("claim.reported")}>
      <DescriptionList
        items={[
          { term: t("messages.reference"), value: <span className="numeral">{claim.reference}</span> },
          { term: t("claim.diedOn"), value: <DateText value={claim.died_on} /> },
          { term: t("claim.reportedBy"), value: claim.reported_by },
          claim.note ? { term: t("claim.note"), value: claim.note } : null,
          { term: t("claim.openedAt"), value: <TimeText value={claim.opened_at} /> },
          ...claim.files.map((file) => ({
            term: t("claim.document"),
            value: (
              <a href={`/admin/members/claim-files/${file.id}`} className="link inline-flex min-h-6 items-center [overflow-wrap:anywhere]">
                {file.name}
              </a>
            ),
          })),
          claim.ended_at ? { term: t("claim.endedAt"), value: <TimeText value={claim.ended_at} /> } : null,
          claim.reason ? { term: t("claim.reason"), value: claim.reason } : null,
        ]}
      />
    </Card>
  );
}

type Nominee = Estate["nominees"][number];

function Account({ account }: { account: NonNullable<Nominee["account"]> }) {
  return (
    <span className="inline-block min-w-0">
      {account.account_name}
      <span className="numeral block [overflow-wrap:anywhere]">{[account.account_number, account.ifsc].filter(Boolean).join(" · ")}</span>
    </span>
  );
}

/** Who was named at the end of the day of death, and where their part goes. */
export function ClaimNominees({ claim }: { claim: Estate }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("claim.nominees")} padded={false}>
      <DataTable
        caption={t("claim.nominees")}
        rows={claim.nominees}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: t("claim.nominee"),
            kind: "title",
            cell: ({ name, relation, born_on: born }) => (
              <>
                {name}
                <span className="block text-xs font-normal text-quiet">
                  {t(`claim.relations.${relation}`)}, <DateText value={born} />
                </span>
              </>
            ),
          },
          ...(claim.nominees.some(({ guardian }) => guardian !== null) ? [{ key: "guardian", label: t("claim.guardian"), cell: ({ guardian }: Nominee) => guardian ?? "–" }] : []),
          { key: "share", label: t("claim.share"), kind: "number", cell: ({ share }) => t("claim.percent", { share }) },
          { key: "account", label: t("claim.account"), cell: ({ account }) => (account ? <Account account={account} /> : "–") },
        ]}
      />
    </Card>
  );
}

/** What was paid to whom, each a withdrawal that is sent and followed like any other. */
export function ClaimPayments({ claim }: { claim: Estate }) {
  const { t } = useTranslation("admin");
  if (claim.payments.length === 0) return null;
  return (
    <Card title={t("claim.payments")} padded={false}>
      <DataTable
        caption={t("claim.payments")}
        rows={claim.payments}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/admin/withdrawals/${id}`}
        columns={[
          { key: "amount", label: t("claim.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
          { key: "payee", label: t("claim.nominee"), kind: "title", cell: ({ payee }) => payee },
          { key: "reference", label: t("messages.reference"), cell: ({ reference }) => <span className="numeral">{reference}</span> },
          { key: "state", label: t("claim.state"), cell: ({ state }) => <StateBadge state={state} /> },
        ]}
      />
    </Card>
  );
}
