import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FileField, Hidden } from "~/forms";

/** Told before the upload begins; the server decides (app/files). */
const mostBytes = 10 * 1024 * 1024;

/** A proof that was stored with an earlier post of the same form. */
export type KeptProof = { id: string; name: string } | null;

/** The proof that a refused or reopened form still carries. */
function keptProof(answer: unknown): KeptProof {
  const values = (answer as { result?: { initialValue?: Record<string, unknown> | null } } | undefined)?.result?.initialValue;
  const { file, file_name } = values ?? {};
  return typeof file === "string" && file !== "" ? { id: file, name: typeof file_name === "string" ? file_name : "" } : null;
}

/** A proof of payment, if there is one; one that came with an earlier post of this form is carried along. */
export function ProofField({ answer }: { answer: unknown }) {
  const { t } = useTranslation(["member", "common"]);
  const [tooLarge, setTooLarge] = useState(false);
  const kept = keptProof(answer);
  return (
    <div
      onChange={(event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
        const large = (target.files?.[0]?.size ?? 0) > mostBytes;
        setTooLarge(large);
        if (large) target.value = "";
      }}
    >
      <FileField
        name="proof"
        label={kept ? t("member:deposit.otherProof") : t("member:deposit.proof")}
        optional
        hint={kept ? t("member:deposit.keptProof", { name: kept.name }) : t("member:deposit.proofHint")}
      />
      {tooLarge ? (
        <p role="alert" className="mt-2 text-sm font-strong text-danger">
          {t("common:form.fault.file_large")}
        </p>
      ) : null}
      {kept ? (
        <>
          <Hidden name="file" value={kept.id} />
          <Hidden name="file_name" value={kept.name} />
        </>
      ) : null}
    </div>
  );
}
