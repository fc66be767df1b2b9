/** One member: who, what they have, what is held, what they asked for and what moved last. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { BookingTable, PlaceCard, RequestsOfMember } from "~/components/admin/member/asked-tables";
import { HoldTable, WalletTable } from "~/components/admin/member/money-tables";
import { DepositTable, InvestmentTable, WithdrawalTable } from "~/components/admin/member/business-tables";
import { MovementTable } from "~/components/admin/member/movement-table";
import { Notes } from "~/components/admin/member/notes";
import { Profile } from "~/components/admin/member/profile";
import { line } from "~/components/admin/fields.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { paramId } from "~/components/admin/param-id.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, LinkButton, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffMember, staffNoteWrite } from "~/db/office.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

export const handle = { title: (loaded: { member: { name: string | null; email: string } } | undefined) => loaded?.member.name ?? "admin:members.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffMember(token, paramId(params))), key: newRequestKey() }));
}

const noteSchema = () => z.object({ body: line("note_missing", 4000), key: requestKey() });

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, noteSchema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const member = paramId(params);
      await staffNoteWrite(token, { member, ...submission.value });
      return redirect(saidPath(`/admin/members/${member}`, "noted"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function Member() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { member, wallets, holds, requests, investments, deposits, withdrawals, bookings, network, recent, notes, key } = loaded;
  const name = member.name ?? member.email;
  return (
    <Page>
      <PageHeader title={name} crumbs={[{ label: t("members.title"), to: "/admin/members" }, { label: name }]} aside={<StateBadge state={member.status} />} />
      <SaidNotice />
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t("member.wallets")} padded={false}>
          <WalletTable wallets={wallets} />
        </Card>
        <Profile loaded={loaded} />
      </div>
      {holds.length > 0 ? (
        <Card title={t("member.holds")} padded={false}>
          <HoldTable holds={holds} />
        </Card>
      ) : null}
      <Card title={t("member.requests")} padded={false}>
        <RequestsOfMember requests={requests} />
      </Card>
      <Card title={t("member.investments")} padded={false}>
        <InvestmentTable investments={investments} />
      </Card>
      <Card title={t("member.deposits")} padded={false}>
        <DepositTable deposits={deposits} />
      </Card>
      <Card title={t("member.withdrawals")} padded={false}>
        <WithdrawalTable withdrawals={withdrawals} />
      </Card>
      {bookings.length > 0 ? (
        <Card title={t("member.bookings")} padded={false}>
          <BookingTable bookings={bookings} />
        </Card>
      ) : null}
      {network ? <PlaceCard network={network} member={member.id} /> : null}
      <Card title={t("member.recent")} padded={false}>
        <MovementTable movements={recent} />
      </Card>
      <Notes notes={notes} answer={answer} requestKey={key} />
      <div className="flex flex-wrap gap-3">
        {may("members.view_as") && !["closed", "claimed"].includes(member.status) ? (
          <LinkButton to={`/admin/members/${member.id}/view`} look="secondary">
            {t("view.title")}
          </LinkButton>
        ) : null}
        {may("members.suspend") && !["closed", "claimed"].includes(member.status) ? (
          <LinkButton to={`/admin/members/${member.id}/suspend`} look="secondary">
            {member.status === "suspended" ? t("suspension.lift") : t("suspension.title")}
          </LinkButton>
        ) : null}
        {may("members.recover") && !["closed", "claimed"].includes(member.status) ? (
          <LinkButton to={`/admin/members/${member.id}/recovery`} look="secondary">
            {t("recovery.title")}
          </LinkButton>
        ) : null}
        {may("claims.write") || (may("claims.read") && member.status === "claimed") ? (
          <LinkButton to={`/admin/members/${member.id}/claim`} look="secondary">
            {t("claim.title")}
          </LinkButton>
        ) : null}
      </div>
    </Page>
  );
}
