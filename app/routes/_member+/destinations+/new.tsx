/**
 * A new destination: kind, details, check, code, and then it cools. The kind is chosen by a link, so that each form asks only what
 * its kind needs, with or without JavaScript.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { mailedWords } from "~/auth/mailed-words.server";
import * as stepUp from "~/auth/step-up.server";
import { withMember } from "~/auth/with-member.server";
import { DestinationCheck } from "~/components/member/destination-check";
import { DestinationFields, DestinationTypes } from "~/components/member/destination-form";
import { destinationSchema, readDestinationType } from "~/components/member/destination-schema.server";
import type { MemberHandle } from "~/components/member/place";
import { Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberDestinationAdd, memberDestinationCheck, memberDestinations } from "~/db/funding.server";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { problemToSubmission, readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:destinations.new", place: "wallet" };

export function loader({ request }: LoaderFunctionArgs) {
  const type = readDestinationType(new URL(request.url).searchParams.get("type"));
  return withMember(request, async (token) => {
    const { cooling_hours } = await memberDestinations(token);
    return data({ type, cooling_hours, key: newRequestKey() });
  });
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const form = await readBody(request);
    const submission = await readForm(form, destinationSchema());
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, type, label, address = null, account_name = null, account_number = null, ifsc = null } = submission.value;
    const shown = { type, label, address, account_name, account_number, ifsc };
    const draft = { type, label, address, accountName: account_name, accountNumber: account_number, ifsc };
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "confirm") {
        const proof = await stepUp.proofIn(request, form, token);
        const answer = proof && (await memberDestinationAdd(token, draft, proof, key, mailedWords()));
        if (answer && "destination" in answer) {
          const { destination } = answer;
          return redirect(`/destinations?added=${typeof destination === "string" ? destination : destination.id}`);
        }
        return data({ shown, key, code: stepUp.viewOf(form), result: stepUp.faultOf(submission, form, answer) }, { status: 422 });
      }
      const { context: bound } = await memberDestinationCheck(token, draft);
      const step = { request, ip: context.ip, token, purpose: "destination", context: bound } as const;
      try {
        const begun = intent === "check" ? await stepUp.beginAtOnce(step) : await stepUp.begin(step);
        return data({ shown, key, code: begun?.view ?? null, result: undefined }, begun ? { headers: begun.headers } : {});
      } catch (error) {
        if (!isProblem(error) || error.status !== 429) throw error;
        const headers = { "Retry-After": error.params.retry_after ?? "60" };
        return data({ shown, key, code: stepUp.viewOf(form), result: problemToSubmission(submission, error) }, { status: 429, headers });
      }
    } catch (error) {
      if (isProblem(error) && error.code === "already_open") return refuseWith(submission, type === "BANK" ? "account_number" : "address", "destination_known", {}, error.status);
      return refuseProblem(submission, error);
    }
  });
}

export default function NewDestination() {
  const { t } = useTranslation("member");
  const { type, cooling_hours, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("destinations.title"), to: "/destinations" }, { label: t("destinations.new") }];
  if (answer && "shown" in answer) {
    return (
      <Page width="form">
        <PageHeader title={answer.code && answer.code.way !== "passkey" ? t("destinations.codeTitle") : t("check.title")} lead={answer.code?.way === "mail" ? t("destinations.codeLead") : t("check.lead")} crumbs={crumbs} />
        <DestinationCheck destination={answer.shown} code={answer.code} coolingHours={cooling_hours} requestKey={answer.key} answer={answer.result ? { result: answer.result } : undefined} />
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
