import { useTranslation } from "react-i18next";

import { useSite } from "~/components/public/use-site";
import { Card, DescriptionList, Notice, Page, PageHeader } from "~/components/ui";
import type { RouteHandle } from "~/components/page-title";

export const handle: RouteHandle = { title: "public:contact.title" };

export default function Contact() {
  const { t } = useTranslation("public");
  const site = useSite();
  return (
    <Page width="form">
      <PageHeader title={t("contact.title")} lead={t("contact.lead")} />
      {site ? (
        <Card title={site.company}>
          <DescriptionList
            items={[
              {
                term: t("contact.email"),
                value: (
                  <a className="link" href={`mailto:${site.support_email}`}>
                    {site.support_email}
                  </a>
                ),
              },
            ]}
          />
        </Card>
      ) : null}
      <p className="text-sm text-quiet">{t("contact.tip")}</p>
      <Notice>{t("contact.never")}</Notice>
    </Page>
  );
}
