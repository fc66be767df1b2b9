/**
 * A new destination: kind, details, check, code, and then it cools. The kind is chosen by a link, so that each form asks only what
 * its kind needs, with or without JavaScript.
 */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { codedForm } from "~/auth/coded-form.server";
import { mailedWords } from "~/auth/mailed-words.server";
import { withMember } from "~/auth/with-member.server";
import { DestinationCheck } from "~/components/member/destination-check";
import { DestinationFields, DestinationTypes } from "~/components/member/destination-form";
import { destinationSchema, readDestinationType } from "~/components/member/destination-schema.server";
import type { MemberHandle } from "~/components/member/place";
import { Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberDestinationAdd, memberDestinationCheck, memberDestinations } from "~/db/funding.server";
import { newRequestKey } from "~/forms/request-key.server";
import { refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:destinations.new", place: "wallet" };

export function loader({ request }: LoaderFunctionArgs) {
  const type = readDestinationType(new URL(request.url).searchParams.get("type"));
  return withMember(request, async (token) => {
    const { cooling_hours } = await memberDestinations(token);
    return data({ type, cooling_hours, key: newRequestKey() });
  });
}

export function action(args: ActionFunctionArgs) {
  return codedForm(args, destinationSchema(), {
    purpose: "destination",
    check: async (token, destination) => ({ ...(await memberDestinationCheck(token, destination)), destination }),
    confirm: async (token, draft, proof, key) => {
      const answer = await memberDestinationAdd(token, draft, proof, key, mailedWords());
      if (!("destination" in answer)) return answer;
      const { destination } = answer;
      return `/destinations?added=${typeof destination === "string" ? destination : destination.id}`;
    },
    refusal: (submission, error) => {
      if (!isProblem(error) || error.code !== "already_open") return refuseProblem(submission, error);
      return refuseWith(submission, "account_number" in submission.payload ? "account_number" : "address", "destination_known", {}, error.status);
    },
  });
}

export default function NewDestination() {
  const { t } = useTranslation("member");
  const { type, cooling_hours, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("destinations.title"), to: "/destinations" }, { label: t("destinations.new") }];
  if (answer && "check" in answer) {
    return (
      <Page width="form">
        <PageHeader title={answer.code && answer.code.way !== "passkey" ? t("destinations.codeTitle") : t("check.title")} lead={answer.code?.way === "mail" ? t("destinations.codeLead") : t("check.lead")} crumbs={crumbs} />
        <DestinationCheck destination={answer.check.destination} code={answer.code} coolingHours={cooling_hours} requestKey={answer.key} answer={answer.result ? { result: answer.result } : undefined} />
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={t("destinations.new")} lead={type ? t("destinations.detailsLead") : t("destinations.chooseLead")} crumbs={crumbs} />
      {type ? <DestinationFields type={type} requestKey={key} answer={answer} /> : <DestinationTypes />}
    </Page>
  );
}
