/** Who receives what is left after a member's death: all of them on one form, saved together or not at all. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { NomineeRows } from "~/components/member/nominees/nominee-rows";
import { filledRows, nomineesOf, nomineesSchema } from "~/components/member/nominees/nominee-form.server";
import { mostNominees } from "~/components/member/nominees/rows";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, Notice, Page, PageHeader } from "~/components/ui";
import { memberNominees, memberNomineesSave } from "~/db/compliance.server";
import { Form, SubmitButton } from "~/forms";
import { readBody } from "~/forms/body.server";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { writeTypedAmount } from "~/money/amount";

export const handle: MemberHandle = { title: "member:nominees.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { nominees } = await memberNominees(token);
    const language = languageOf(request);
    const values = Object.fromEntries(
      nominees.flatMap((one, index) => {
        const fields = { name: one.name, relation: one.relation, born: one.born_on, share: writeTypedAmount(one.share, language), guardian: one.guardian ?? undefined };
        return Object.entries(fields).map(([part, value]) => [`${part}_${index + 1}`, value]);
      }),
    );
    return data({ values, count: nominees.length });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const form = await readBody(request);
    const rows = filledRows(form);
    const submission = await readForm(form, nomineesSchema(rows, languageOf(request)));
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberNomineesSave(token, nomineesOf(rows, submission.value));
      return redirect("/nominees?saved=1");
    } catch (error) {
      return refuseProblem(submission, error, { rename: Object.fromEntries(rows.flatMap((n, index) => ["name", "relation", "born", "share", "guardian"].map((part) => [`${part}_${index + 1}`, `${part}_${n}`]))) });
    }
  });
}

export default function Nominees() {
  const { t } = useTranslation("member");
  const { values, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <Page width="form">
      <PageHeader title={t("nominees.title")} lead={t("nominees.lead")} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("nominees.title") }]} />
      {search.has("saved") && !answer ? <Notice tone="success" live>{t("nominees.saved")}</Notice> : null}
      <Card>
        {count === 0 && !answer ? <EmptyState title={t("nominees.empty.title")}>{t("nominees.empty.text")}</EmptyState> : null}
        <Form answer={answer} defaults={values}>
          <p className="text-sm text-quiet">{t("nominees.rules")}</p>
          <NomineeRows count={Math.min(mostNominees, Math.max(3, count + 2))} needed={Math.max(1, count)} />
          <SubmitButton>{t("nominees.save")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
