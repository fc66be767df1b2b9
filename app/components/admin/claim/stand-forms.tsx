import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Money, Notice } from "~/components/ui";
import type { Estate, StaffClaim } from "~/db/claim.server";
import { answerFor } from "~/forms/answer";
import { Field, FileField, Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { Disclosure } from "../disclosure";

type Keys = Record<"file" | "pay" | "cancel" | "settle", string>;

/** Where each nominee's part goes; what is paid is what is available when it is asked for. */
function PayForm({ claim, available, answer, requestKey }: { claim: Estate; available: StaffClaim["available"]; answer: unknown; requestKey: string }) {
  const { t } = useTranslation("admin");
  const defaults = Object.fromEntries(claim.nominees.flatMap(({ account, guardian, name }, index) => [
    [`account_name_${index + 1}`, account?.account_name ?? guardian ?? name],
    [`account_number_${index + 1}`, account?.account_number ?? ""],
    [`ifsc_${index + 1}`, account?.ifsc ?? ""],
  ]));
  return (
    <Card title={claim.state === "paying" ? t("claim.payMore") : t("claim.pay")}>
      <p className="mb-4 text-sm text-quiet">{t("claim.payText")}</p>
      <div className="mb-5">
        <DescriptionList items={available.map(({ amount, currency }) => ({ term: t("claim.available"), value: <Money amount={amount} currency={currency} /> }))} />
      </div>
      <Form id="pay" answer={answer} defaults={defaults}>
        <Hidden name="intent" value="pay" />
        {claim.nominees.map(({ id, name, share, guardian }, index) => (
          <fieldset key={id} className="flex min-w-0 flex-col gap-4 rounded-card border border-line px-4 py-4">
            <legend className="px-1 text-sm font-strong">{t("claim.payee", { name, share })}</legend>
            {guardian ? <p className="text-sm text-quiet">{t("claim.throughGuardian", { guardian })}</p> : null}
            <Field name={`account_name_${index + 1}`} label={t("method.accountName")} maxLength={120} autoComplete="off" />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field name={`account_number_${index + 1}`} label={t("claim.accountNumber")} maxLength={50} autoComplete="off" />
              <Field name={`ifsc_${index + 1}`} label={t("method.ifsc")} optional maxLength={11} autoComplete="off" />
            </div>
          </fieldset>
        ))}
        <RequestKey value={requestKey} />
        <SubmitButton>{t("claim.ask")}</SubmitButton>
      </Form>
    </Card>
  );
}

/** What can be done with a claim that stands. */
export function StandForms({ claim, loaded, answer, keys }: { claim: Estate; loaded: StaffClaim; answer: unknown; keys: Keys }) {
  const { t } = useTranslation("admin");
  const waits = claim.request?.state === "pending" ? claim.request : null;
  const done = claim.state === "paying" && loaded.obstacles.length === 0;
  const cancelAnswer = answerFor(answer, "cancel");
  return (
    <>
      {waits ? (
        <Notice title={t("claim.waits")}>
          <Link to={`/admin/requests/${waits.id}`} className="link">
            {t("claim.waitsLink", { reference: waits.reference })}
          </Link>
        </Notice>
      ) : loaded.available.length > 0 ? (
        <PayForm claim={claim} available={loaded.available} answer={answerFor(answer, "pay")} requestKey={keys.pay} />
      ) : done ? null : (
        <Notice>{t("claim.nothingNow")}</Notice>
      )}
      {done ? (
        <Card title={t("claim.settle")}>
          <p className="mb-4 text-sm text-quiet">{t("claim.settleText")}</p>
          <Form id="settle" answer={answerFor(answer, "settle")}>
            <Hidden name="intent" value="settle" />
            <RequestKey value={keys.settle} />
            <SubmitButton>{t("claim.settle")}</SubmitButton>
          </Form>
        </Card>
      ) : null}
      <Disclosure summary={t("claim.addDocument")} open={answerFor(answer, "file") !== undefined}>
        <Form id="file" answer={answerFor(answer, "file")} encType="multipart/form-data">
          <Hidden name="intent" value="file" />
          <FileField name="file" label={t("claim.document")} />
          <RequestKey value={keys.file} />
          <SubmitButton look="secondary">{t("claim.add")}</SubmitButton>
        </Form>
      </Disclosure>
      {claim.state === "open" ? (
        <Disclosure summary={t("claim.cancel")} open={cancelAnswer !== undefined}>
          <p className="mb-4 text-sm">{t("claim.cancelText")}</p>
          <Form id="cancel" answer={cancelAnswer}>
            <Hidden name="intent" value="cancel" />
            <TextareaField name="reason" label={t("claim.cancelReason")} rows={3} maxLength={1000} />
            <RequestKey value={keys.cancel} />
            <SubmitButton look="danger">{t("claim.cancel")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
