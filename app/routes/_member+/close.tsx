/** The end of an account: what is in the way, what stays, and the one button that cannot be taken back. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { endedSessionCookie } from "~/auth/cookies.server";
import { withMember } from "~/auth/with-member.server";
import { useWalletName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Card, Money, Notice, Page, PageHeader } from "~/components/ui";
import { memberClose, memberCloseCheck, type Obstacle } from "~/db/compliance.server";
import { CheckField, Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { accepted, readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:closing.title", place: "more" };

const schema = () => z.object({ understood: z.preprocess((value) => value === "on", accepted()), key: requestKey() });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberCloseCheck(token)), key: newRequestKey() }));
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberClose(token, submission.value.key);
      return redirect("/login?why=closed", { headers: { "Set-Cookie": endedSessionCookie() } });
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

const places: Record<Obstacle["kind"], string> = { balance: "/withdrawals/new", investments: "/investments", deposits: "/deposits?state=pending", withdrawals: "/withdrawals", payouts: "/payouts", awaiting: "/wallet", requests: "/more", bookings: "/messages" };

function ObstacleItem({ obstacle }: { obstacle: Obstacle }) {
  const { t } = useTranslation("member");
  const wallet = useWalletName();
  const words = obstacle.kind === "balance" ? t("closing.obstacle.balance", { wallet: wallet(obstacle.wallet ?? "") }) : t(`closing.obstacle.${obstacle.kind}`, { count: obstacle.count ?? 0 });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 py-2.5">
      <Link to={places[obstacle.kind]} className="link inline-flex min-h-6 items-center">
        {words}
      </Link>
      {obstacle.amount && obstacle.currency ? <Money amount={obstacle.amount} currency={obstacle.currency} /> : null}
    </li>
  );
}

export default function Closing() {
  const { t } = useTranslation("member");
  const { obstacles, retention_days, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("closing.title")} lead={t("closing.lead")} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("closing.title") }]} />
      <Card title={t("closing.stays")}>
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          <li>{t("closing.signIn")}</li>
          <li>{t("closing.books")}</li>
          <li>{t("closing.data", { count: retention_days })}</li>
        </ul>
      </Card>
      {obstacles.length > 0 ? (
        <>
          <Notice tone="warning" title={t("closing.open")}>{t("closing.openText")}</Notice>
          <Card title={t("closing.inTheWay")}>
            <ul className="divide-y divide-line text-sm">
              {obstacles.map((obstacle) => (
                <ObstacleItem key={`${obstacle.kind}-${obstacle.wallet}-${obstacle.currency}`} obstacle={obstacle} />
              ))}
            </ul>
          </Card>
        </>
      ) : (
        <Card title={t("closing.confirmTitle")}>
          <Form answer={answer}>
            <CheckField name="understood" label={t("closing.understood")} />
            <RequestKey value={key} />
            <SubmitButton look="danger">{t("closing.confirm")}</SubmitButton>
          </Form>
        </Card>
      )}
    </Page>
  );
}
