/** What each wallet held at the beginning of a period, what moved it, and what it held at the end. The address is the statement. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { askOwnExport } from "~/components/exports/ask-own.server";
import { AskStatement } from "~/components/exports/ask-statement";
import type { MemberHandle } from "~/components/member/place";
import { PeriodForm } from "~/components/member/statement/period-form";
import { StatementSections } from "~/components/member/statement/sections";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, DateText, EmptyState, LinkButton, Notice, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberStatement, type Statement } from "~/db/ledger-statement.server";
import { newRequestKey } from "~/forms/request-key.server";
import { fitsPdf, isLong, linesOf, readStatementQuery, statementSearch } from "~/member-statement/query";

export const handle: MemberHandle = { title: "member:statement.title", place: "wallet" };

/** A refused period is an answer of this page: what was typed stays and the message stands at its field. */
async function find(token: string, search: URLSearchParams): Promise<{ statement: Statement | null; faults: Record<string, string[]> }> {
  const { query, faults } = readStatementQuery(search);
  if (Object.keys(faults).length > 0) return { statement: null, faults };
  try {
    return { statement: await memberStatement(token, query, { cursor: search.get("cursor") || null }), faults: {} };
  } catch (error) {
    if (!isProblem(error) || error.code !== "invalid_input" || error.field === "cursor") throw error;
    const field = error.field === "from" || error.field === "to" ? error.field : "";
    return { statement: null, faults: { [field]: [field ? `period_${field}` : error.code] } };
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  return withMember(request, async (token) => {
    const { statement, faults } = await find(token, search);
    const typed = Object.fromEntries(["period", "from", "to", "wallet", "currency"].map((name) => [name, search.get(name) ?? ""]));
    // A period by its name fills in its days, to be changed from there.
    const days: Record<string, string> = statement ? { period: statement.period, from: statement.from, to: statement.to } : {};
    const answer = { initialValue: { ...typed, ...days }, error: faults };
    return data({ statement, answer, files: statementSearch(readStatementQuery(search).query), key: newRequestKey() }, { status: statement ? 200 : 422 });
  });
}

/** Asks for the file of a long statement. */
export function action({ request }: ActionFunctionArgs) {
  return askOwnExport(request, "statement");
}

export default function StatementPage() {
  const { t } = useTranslation("member");
  const { statement, answer, files, key } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const formats = (["pdf", "csv", "json"] as const).filter((format) => format !== "pdf" || (statement && fitsPdf(statement)));
  return (
    <Page>
      <PageHeader
        title={t("statement.title")}
        lead={t("statement.lead")}
        actions={
          statement && statement.sections.length > 0 && !isLong(statement) ? (
            <span className="no-print contents">
              {formats.map((format) => (
                <LinkButton key={format} to={`/resources/statement/${format}?${files}`} reloadDocument download look={format === "pdf" ? "primary" : "secondary"}>
                  {t(`statement.save.${format}`)}
                </LinkButton>
              ))}
            </span>
          ) : undefined
        }
      />
      <div className="no-print flex flex-col gap-6">
        <WalletTabs />
        <PeriodForm answer={answer} wallets={statement?.wallets ?? []} />
      </div>
      {statement ? (
        <>
          <p className="text-sm">
            <span className="font-strong">{statement.member.name}</span>
            {" · "}
            <DateText value={statement.from} />
            {" – "}
            <DateText value={statement.to} />
            <span className="block text-quiet">
              {t("statement.dates", { timezone: statement.timezone })} {t("statement.madeAt")} <TimeText value={statement.made_at} zone={statement.timezone} />
            </span>
          </p>
          {isLong(statement) ? (
            <AskStatement
              rows={linesOf(statement)}
              formats={formats}
              filter={{ from: statement.from, until: statement.to, wallet: answer.initialValue.wallet ?? "", currency: answer.initialValue.currency ?? "" }}
              answer={asked}
              requestKey={key}
            />
          ) : null}
          {fitsPdf(statement) ? null : <p className="text-sm text-quiet">{t("statement.tooLong", { most: statement.most_rows_of_pdf })}</p>}
          {statement.sections.length > 0 ? (
            <>
              <StatementSections statement={statement} />
              <div className="no-print">
                <Pager next={statement.next} oldestFirst />
              </div>
            </>
          ) : (
            <Card padded={false}>
              <EmptyState title={t("statement.empty.title")}>{t("statement.empty.text")}</EmptyState>
            </Card>
          )}
          <Notice tone="info" title={t("statement.proof.title")}>
            <p>{statement.seal ? t("statement.proof.sealed", { number: statement.seal.number }) : t("statement.proof.none")}</p>
            {statement.seal ? (
              <p className="mt-2">
                <code className="font-mono text-xs break-all">{statement.seal.root}</code>
              </p>
            ) : null}
            <p className="mt-2 flex flex-wrap gap-x-6">
              <LinkButton to="/seals" look="quiet" compact>
                {t("statement.proof.seals")}
              </LinkButton>
              <LinkButton to="/verify" look="quiet" compact>
                {t("statement.proof.verify")}
              </LinkButton>
            </p>
          </Notice>
        </>
      ) : null}
    </Page>
  );
}
