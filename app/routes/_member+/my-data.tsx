/** What is kept about a member, and the file of all of it. */
import { useTranslation } from "react-i18next";

import type { MemberHandle } from "~/components/member/place";
import { Card, LinkButton, Page, PageHeader } from "~/components/ui";

export const handle: MemberHandle = { title: "member:myData.title", place: "more" };

const parts = ["person", "sessions", "destinations", "requests", "money", "mails"] as const;

export default function MyData() {
  const { t } = useTranslation("member");
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
        <LinkButton to="/resources/my-data" reloadDocument download>
          {t("myData.save")}
        </LinkButton>
      </Card>
    </Page>
  );
}
