import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { DataTable, Money } from "~/components/ui";
import type { JournalLine } from "~/db/journal.server";
import { useAccountName } from "../use-account-name";

type Line = JournalLine & { balance?: string | null };

/** Lines as an accountant writes them: debit and credit in columns of their own. With `balances`, what each account holds now. */
export function JournalLines({ lines, methodNames, balances = false }: { lines: Line[]; methodNames: Record<string, string>; balances?: boolean }) {
  const { t } = useTranslation("admin");
  const accountName = useAccountName(methodNames);
  return (
    <DataTable
      caption={t("journals.lines")}
      rows={lines}
      rowKey={({ no }) => String(no)}
      columns={[
        {
          key: "account",
          label: t("books.account"),
          kind: "title",
          cell: ({ name, account, member }) => (
            <span className="flex flex-col">
              <span>{account ? <Link to={`/admin/books/journals?account=${account}`} className="link inline-block py-1">{accountName(name)}</Link> : accountName(name)}</span>
              {member ? (
                <Link to={`/admin/members/${member.id}`} className="link inline-block py-1 text-sm">
                  {member.name}
                </Link>
              ) : null}
            </span>
          ),
        },
        { key: "debit", label: t("books.debit"), kind: "number", cell: ({ debit, currency }) => (debit ? <Money amount={debit} currency={currency} /> : "") },
        { key: "credit", label: t("books.credit"), kind: "number", cell: ({ credit, currency }) => (credit ? <Money amount={credit} currency={currency} /> : "") },
        ...(balances ? [{ key: "balance", label: t("journals.balanceNow"), kind: "number" as const, cell: ({ balance, currency }: Line) => (balance ? <Money amount={balance} currency={currency} /> : "") }] : []),
      ]}
    />
  );
}
