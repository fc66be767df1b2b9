import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { DangerAction } from "~/components/member/danger-action";
import { useDestinationType } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Card, DescriptionList, LinkButton, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { Problem } from "~/db/db-error.server";
import { memberDestinationRemove, memberDestinations } from "~/db/funding.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:destinations.one", place: "wallet" };

const schema = () => z.object({ intent: z.literal("remove"), key: requestKey() });

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { destinations, cooling_hours } = await memberDestinations(token);
    const destination = destinations.find(({ id }) => id === params.id);
    if (!destination) throw new Problem("not_found");
    return data({ destination, cooling_hours, key: newRequestKey() });
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberDestinationRemove(token, params.id ?? "", submission.value.key);
      return redirect("/destinations?removed=1");
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function DestinationPage() {
  const { t } = useTranslation("member");
  const { destination, cooling_hours, key } = useLoaderData<typeof loader>();
  const type = useDestinationType()(destination.type);
  return (
    <Page width="form">
      <PageHeader
        title={destination.label}
        aside={<StateBadge state={destination.usable ? "usable" : "cooling"} />}
        crumbs={[{ label: t("destinations.title"), to: "/destinations" }, { label: destination.label }]}
      />
      <Card>
        <DescriptionList
          items={[
            { term: t("destinations.type"), value: type },
            destination.address ? { term: t("destinations.address"), value: <code className="font-mono text-xs break-all">{destination.address}</code> } : null,
            destination.account_name ? { term: t("destinations.accountName"), value: destination.account_name } : null,
            destination.account_number_last4 ? { term: t("destinations.accountNumber"), value: `…${destination.account_number_last4}`, note: t("destinations.masked") } : null,
            destination.ifsc ? { term: t("destinations.ifsc"), value: destination.ifsc } : null,
            { term: t("destinations.createdAt"), value: <TimeText value={destination.created_at} /> },
            destination.usable ? null : { term: t("destinations.usableFrom"), value: <TimeText value={destination.usable_at} /> },
          ]}
        />
      </Card>
      {destination.usable ? (
        <LinkButton to="/withdrawals/new" look="secondary" className="self-start">
          {t("withdrawals.new")}
        </LinkButton>
      ) : null}
      <DangerAction summary={t("destinations.remove.summary")} label={t("destinations.remove.button")} intent="remove" requestKey={key} answer={useActionData<typeof action>()}>
        {t("destinations.remove.text", { count: cooling_hours })}
      </DangerAction>
    </Page>
  );
}
