import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, DataTable, EmptyState, LinkButton, Notice, Page, PageHeader, Pager, type Column, type Crumb } from "~/components/ui";
import { useLookAgain } from "../use-look-again";
import { ExportState, type Made } from "./export-state";

type ExportListProps<Item extends Made> = {
  title: string;
  lead: string;
  crumbs: Crumb[];
  /** the page's own address; its files are below it */
  at: string;
  items: Item[];
  next: string | null;
  /** what is said of each file before its state */
  columns: Column<Item>[];
  /** heading of the column with the state */
  state: string;
  /** said once when a file was asked for */
  asked: string;
  none: string;
  noneText: string;
  /** a form that asks for one */
  children?: ReactNode;
};

/** Files that a job makes: how far those are that are being made, and those that can be had. */
export function ExportList<Item extends Made>({ title, lead, crumbs, at, items, next, columns, state, asked, none, noneText, children }: ExportListProps<Item>) {
  const { t } = useTranslation("common");
  const [search] = useSearchParams();
  const busy = items.some((item) => item.state === "waiting" || item.state === "running");
  useLookAgain(busy);
  return (
    <Page>
      <PageHeader title={title} lead={lead} crumbs={crumbs} actions={busy ? <LinkButton to={at} look="secondary">{t("made.again")}</LinkButton> : undefined} />
      {search.get("asked") ? (
        <Notice tone="success" live>
          {asked}
        </Notice>
      ) : null}
      {children}
      <Card padded={false}>
        <DataTable
          caption={title}
          rows={items}
          rowKey={({ id }) => id}
          columns={[...columns, { key: "state", label: state, cell: (made) => <ExportState made={made} at={at} /> }]}
          empty={<EmptyState title={none}>{noneText}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
