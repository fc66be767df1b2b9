/** The member's place in the tree and those below: nested lists, a drawing where there is a script, search, and links further down. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { DeferredCard } from "~/components/member/network/deferred-card";
import { JoinCard } from "~/components/member/network/join-card";
import { NetworkTabs } from "~/components/member/network-tabs";
import type { MemberHandle } from "~/components/member/place";
import { BranchDrawing } from "~/components/network/branch-drawing";
import { BranchList, type TreeWords } from "~/components/network/branch-list";
import { FoundTable } from "~/components/network/found-table";
import { WayNav } from "~/components/network/way-nav";
import { Card, CardGrid, Count, EmptyState, FilterBar, Page, PageHeader, Stat } from "~/components/ui";
import { memberNetworkJoin, memberTree } from "~/db/network.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "network:tree.title" };

const schema = () => z.object({ key: requestKey() });

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get("search") ?? "").trim().slice(0, 80) || null;
  return withMember(request, async (token) => data({ tree: await memberTree(token, searchParams.get("at") || null, search), key: newRequestKey() }));
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberNetworkJoin(token, submission.value.key);
      return redirect("/network");
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

const hrefOf = (member: string | null) => (member === null ? "/network" : `/network?at=${member}`);

function useTreeWords(): TreeWords {
  const { t } = useTranslation("network");
  return {
    company: t("tree.company"),
    side: { L: t("tree.left"), R: t("tree.right") },
    free: { L: t("tree.freeLeft"), R: t("tree.freeRight") },
    left: t("tree.left"),
    right: t("tree.right"),
    pairs: t("tree.pairs"),
    below: t("tree.below"),
    href: hrefOf,
  };
}

export default function Network() {
  const { t } = useTranslation("network");
  const { tree, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useTreeWords();
  if ("join" in tree) {
    return (
      <Page>
        <PageHeader title={t("tree.title")} lead={t("tree.lead")} />
        <NetworkTabs />
        <JoinCard join={tree.join} requestKey={key} answer={answer} />
      </Page>
    );
  }
  const { me, node, way, branch, cap, found } = tree;
  const own = node.member === me;
  return (
    <Page>
      <PageHeader title={t("tree.title")} lead={t("tree.lead")} />
      <NetworkTabs />
      <CardGrid columns={4}>
        <Stat label={own ? t("tree.yourLeft") : t("tree.leftOf", { name: node.name })} value={<Count value={node.left} />} note={t("tree.unmatched", { count: node.unmatched_left })} />
        <Stat label={own ? t("tree.yourRight") : t("tree.rightOf", { name: node.name })} value={<Count value={node.right} />} note={t("tree.unmatched", { count: node.unmatched_right })} />
        <Stat label={t("tree.pairs")} value={<Count value={node.pairs} />} {...(own ? { to: "/network/pairs" } : {})} note={node.flushed > 0 ? t("tree.flushed", { count: node.flushed }) : undefined} />
        {cap ? <Stat label={t("pairs.thisMonth")} value={<Count value={node.pairs_this_month} />} note={t("pairs.ofCap", { count: cap.cap })} /> : null}
      </CardGrid>
      {own ? <DeferredCard deferred={node.deferred} /> : null}
      <FilterBar filters={[{ name: "search", label: t("search.label"), type: "search", placeholder: t("search.hint") }]} />
      {found ? (
        <Card title={t("search.found")} padded={false}>
          <FoundTable
            found={found}
            words={{ caption: t("search.found"), name: t("search.name"), level: t("search.level"), left: t("tree.left"), right: t("tree.right"), href: hrefOf }}
            empty={<EmptyState title={t("search.none")}>{t("search.noneText")}</EmptyState>}
          />
        </Card>
      ) : null}
      <Card title={t("tree.below3")}>
        <div className="flex flex-col gap-4">
          <WayNav way={way} label={t("tree.way")} company={words.company} here={own ? t("tree.you") : node.name} skipped={t("tree.skipped", { count: way.skipped })} href={(member) => (member === me ? "/network" : hrefOf(member))} />
          <BranchDrawing nodes={branch} words={words} label={t("tree.drawing")} />
          <BranchList nodes={branch} words={words} />
        </div>
      </Card>
    </Page>
  );
}
