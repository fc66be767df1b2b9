/** Checks a proof in the browser; without JavaScript it says how to do the same with the same file elsewhere. */
import { Link } from "@remix-run/react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { Field, FileField, Form, SubmitButton } from "~/forms";
import { VerdictResult } from "~/components/public/verdict";
import { useVerifier } from "~/components/public/use-verifier";
import { Card, Page, PageHeader, useHydrated } from "~/components/ui";
import type { RouteHandle } from "~/components/page-title";

export const handle: RouteHandle = { title: "public:verify.title" };

const command = "node verify-proof.mjs proof.json ROOT";

export default function Verify() {
  const { t } = useTranslation("public");
  const hydrated = useHydrated();
  const { verdict, check } = useVerifier();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    check(new FormData(event.currentTarget));
  };
  return (
    <Page width="form">
      <PageHeader title={t("verify.title")} lead={t("verify.lead")} crumbs={[{ label: t("seals.title"), to: "/seals" }, { label: t("verify.title") }]} />
      {hydrated ? (
        <Card>
          <Form onSubmit={submit}>
            <FileField name="proof" label={t("verify.file")} hint={t("verify.fileHint")} accept=".json,application/json" />
            <Field name="root" label={t("verify.published")} hint={t("verify.publishedHint")} optional autoComplete="off" spellCheck={false} />
            <div>
              <SubmitButton>{t("verify.check")}</SubmitButton>
            </div>
          </Form>
        </Card>
      ) : null}
      <VerdictResult verdict={verdict} />
      <Card title={t("verify.offline")}>
        <div className="flex flex-col gap-3 text-sm">
          <p>{t("verify.offlineText")}</p>
          <p>
            <a href="/verify-proof.mjs" download className="link inline-block py-1">
              {t("verify.program")}
            </a>
          </p>
          <p>
            <code className="block rounded-control border border-line bg-sunken px-3 py-2 font-mono break-words select-all">{command}</code>
          </p>
          <p>
            {t("verify.offlineMeans")}{" "}
            <a href="/seals.md" className="link">
              {t("verify.docs")}
            </a>
          </p>
        </div>
      </Card>
      <p className="text-sm">
        <Link to="/seals" className="link inline-block py-1">
          {t("verify.seals")}
        </Link>
      </p>
    </Page>
  );
}
