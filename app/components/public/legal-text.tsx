import { useTranslation } from "react-i18next";

import { Page, PageHeader } from "~/components/ui";
import { useSite } from "./use-site";

/** A page of running text: headings and paragraphs from the messages, with the operator's own facts filled in. */
export function LegalText({ text }: { text: "terms" | "privacy" | "risk" | "about" }) {
  const { t } = useTranslation("public");
  const site = useSite();
  const facts = { company: site?.company ?? "Coffer", age: site?.minimum_age ?? 18 };
  const sections = t(`${text}.sections`, { returnObjects: true, ...facts });
  return (
    <Page>
      <PageHeader title={t(`${text}.title`)} lead={t(`${text}.lead`, facts)} />
      <div className="prose">
        {sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            <p className="mt-2">{section.text}</p>
          </section>
        ))}
        {site ? (
          <p className="border-t border-line pt-4 text-sm text-quiet">
            {text === "terms" ? `${t("legal.version", { version: site.terms_version })}. ` : null}
            {t("legal.contact")} <a href={`mailto:${site.support_email}`}>{site.support_email}</a>
          </p>
        ) : null}
      </div>
    </Page>
  );
}
