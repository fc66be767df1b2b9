/** The tree from the company or a member down: nested lists, a drawing where there is a script, search, links further down, and placing. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { findMember } from "~/components/admin/network/find-member.server";
import { PlaceCard } from "~/components/admin/network/place-card";
import { placeSchema } from "~/components/admin/network/place-form.server";
import { readQuery } from "~/components/admin/query.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { BranchDrawing } from "~/components/network/branch-drawing";
import { BranchList, type TreeWords } from "~/components/network/branch-list";
import { FoundTable } from "~/components/network/found-table";
import { WayNav } from "~/components/network/way-nav";
import { Card, CardGrid, Count, EmptyState, FilterBar, LinkButton, Page, PageHeader, Stat } from "~/components/ui";
import { staffNodePlace, staffTree } from "~/db/network.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle = { title: "admin:tree.title" };

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  const at = query.text("at", 36);
  return withSession(request, async () => data({ ...(await staffTree(token, at !== null && uuid.test(at) ? at : null, query.text("search", 80))), key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, placeSchema());
  if (submission.status !== "success") return refuse(submission);
  const { member: called, sponsor: below, placement = null, key } = submission.value;
  return withSession(request, async () => {
    try {
      const member = await findMember(token, called);
      if (member === null) return refuseWith(submission, "member", "not_one_member");
      const sponsor = below === null ? null : await findMember(token, below);
      if (below !== null && sponsor === null) return refuseWith(submission, "sponsor", "not_one_member");
      await staffNodePlace(token, { member, sponsor, placement, parent: null, side: null, key });
      return redirect(`${saidPath("/admin/network", "placed")}&at=${member}`);
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

const hrefOf = (member: string | null) => (member === null ? "/admin/network" : `/admin/network?at=${member}`);

export default function Tree() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { node, way, branch, found, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words: TreeWords = {
    company: t("tree.company"),
    side: { L: t("tree.left"), R: t("tree.right") },
    free: { L: t("tree.freeLeft"), R: t("tree.freeRight") },
    left: t("tree.left"),
    right: t("tree.right"),
    pairs: t("tree.pairs"),
    below: t("tree.below"),
    href: hrefOf,
  };
  return (
    <Page>
      <PageHeader
        title={t("tree.title")}
        lead={t("tree.lead")}
        actions={
          <>
            {node ? (
              <LinkButton to={`/admin/network/${node.member}`} look="secondary">
                {t("tree.pairsOf", { name: node.name })}
              </LinkButton>
            ) : null}
            {may("plans.read") ? (
              <LinkButton to="/admin/network/plan" look="secondary">
                {t("compensation.title")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SaidNotice />
      {node ? (
        <CardGrid columns={4}>
          <Stat label={t("tree.left")} value={<Count value={node.left} />} note={t("tree.unmatched", { count: node.unmatched_left })} />
          <Stat label={t("tree.right")} value={<Count value={node.right} />} note={t("tree.unmatched", { count: node.unmatched_right })} />
          <Stat label={t("tree.pairs")} value={<Count value={node.pairs} />} to={`/admin/network/${node.member}`} />
          <Stat label={t("tree.depth")} value={<Count value={node.depth} />} />
        </CardGrid>
      ) : null}
      <FilterBar filters={[{ name: "search", label: t("tree.search"), type: "search", placeholder: t("tree.searchHint") }]} />
      {found ? (
        <Card title={t("tree.found")} padded={false}>
          <FoundTable
            found={found}
            words={{ caption: t("tree.found"), name: t("tree.name"), level: t("tree.depth"), left: t("tree.left"), right: t("tree.right"), href: hrefOf }}
            empty={<EmptyState title={t("requests.nothingFound")}>{t("tree.noneText")}</EmptyState>}
          />
        </Card>
      ) : null}
      {branch.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("tree.empty")}>{t("tree.emptyText")}</EmptyState>
        </Card>
      ) : (
        <Card title={t("tree.levels")}>
          <div className="flex flex-col gap-4">
            {way ? <WayNav way={way} label={t("tree.way")} company={words.company} here={node?.name ?? words.company} skipped={t("tree.skipped", { count: way.skipped })} href={hrefOf} /> : null}
            <BranchDrawing nodes={branch} words={words} label={t("tree.drawing")} />
            <BranchList nodes={branch} words={words} />
          </div>
        </Card>
      )}
      {may("network.write") ? <PlaceCard answer={answer} requestKey={key} /> : null}
    </Page>
  );
}
