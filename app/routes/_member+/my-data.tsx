/** What is kept about a member, and the file of all of it. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { askOwnExport } from "~/components/exports/ask-own.server";
import type { MemberHandle } from "~/components/member/place";
import { Card, LinkButton, Page, PageHeader } from "~/components/ui";
import { memberExports } from "~/db/own-export.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";

export const handle: MemberHandle = { title: "member:myData.title", place: "more" };

const parts = ["person", "sessions", "destinations", "requests", "money", "mails"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { rows, rows_at_once } = await memberExports(token, null, 1);
    return data({ rows, long: rows > rows_at_once, key: newRequestKey() });
  });
}

/** Asks for the file when it is long. */
export function action({ request }: ActionFunctionArgs) {
  return askOwnExport(request, "my_data");
}

export default function MyData() {
  const { t } = useTranslation("member");
  const { rows, long, key } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("myData.title")} lead={t("myData.lead")} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("myData.title") }]} />
      <Card title={t("myData.parts")}>
        <ul className="list-disc pl-5 text-sm *:py-0.5">
          {parts.map((part) => (
            <li key={part}>{t(`myData.part.${part}`)}</li>
          ))}
        </ul>
        <p className="mt-4 text-sm text-quiet">{t("myData.not")}</p>
      </Card>
      <Card title={t("myData.file")}>
        <p className="mb-4 text-sm text-quiet">{t("myData.fileText")}</p>
        {long ? (
          <Form answer={asked} id="export">
            <p className="text-sm text-quiet">{t("exports.longData", { rows })}</p>
            <RequestKey value={key} />
            <SubmitButton>{t("exports.make.data")}</SubmitButton>
          </Form>
        ) : (
          <LinkButton to="/resources/my-data" reloadDocument download>
            {t("myData.save")}
          </LinkButton>
        )}
      </Card>
    </Page>
  );
}
