import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { ProofStep, Verified } from "*/verify-proof.mjs";
import { Badge, Card, DateText, DescriptionList, Notice, TimeText } from "~/components/ui";
import type { Verdict } from "./use-verifier";

/** What was checked, step by step, and where it breaks. */
export function VerdictResult({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation("public");
  if (verdict === "nothing") return null;
  if (typeof verdict === "string") return <Notice live tone="danger" title={t(`verify.problem.${verdict}`)} />;
  const compared = verdict.steps.some(({ place }) => place === "published");
  return (
    <>
      {verdict.ok ? (
        <Notice live tone={compared ? "success" : "info"} title={t(compared ? "verify.holds" : "verify.agrees")}>
          {t(compared ? "verify.holdsText" : "verify.agreesText")}
        </Notice>
      ) : (
        <Notice live tone="danger" title={t("verify.broken")}>
          {t("verify.brokenText")}
        </Notice>
      )}
      <Card title={t("verify.steps")}>
        <ol className="flex flex-col gap-3">
          {verdict.steps.map((step, n) => (
            <StepText key={n} step={step} />
          ))}
        </ol>
      </Card>
      {verdict.ok ? <Proven proof={verdict.proof} /> : null}
    </>
  );
}

function StepText({ step }: { step: ProofStep }) {
  const { t } = useTranslation("public");
  const { place, ok, level, field } = step;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      <Badge tone={ok ? "success" : "danger"}>{t(ok ? "verify.right" : "verify.wrong")}</Badge>
      <span className="min-w-0 grow basis-64">
        {t(`verify.step.${place}`, { level })}
        {ok ? null : <strong className="block">{t(`verify.breaks.${place}`, { level, field })}</strong>}
      </span>
    </li>
  );
}

/** Taken from the file only after every field of it was found to be what was hashed. */
function Proven({ proof: { seal, journal, lines } }: { proof: Extract<Verified, { ok: true }>["proof"] }) {
  const { t } = useTranslation("public");
  return (
    <Card title={t("verify.proven")}>
      <DescriptionList
        items={[
          { term: t("verify.journal"), value: journal.id },
          { term: t("verify.kind"), value: <code className="font-mono">{journal.kind}</code> },
          { term: t("verify.posted"), value: <TimeText value={journal.posted_at} /> },
          { term: t("verify.valueOn"), value: <DateText value={journal.value_on} /> },
          ...lines.map(({ line, account, amount }) => ({ term: t("verify.line", { line }), value: <span className="tabular-nums break-all">{t("verify.lineValue", { account, amount })}</span> })),
          { term: t("verify.sealNumber"), value: seal.number },
          { term: t("verify.sealed"), value: <TimeText value={seal.sealed_at} /> },
          { term: t("verify.root"), value: <code className="font-mono text-xs break-all select-all">{seal.root}</code> },
        ]}
      />
      <p className="mt-3 text-sm">
        <Link to={`/seals?before=${BigInt(seal.number) + 1n}`} className="link inline-block py-1">
          {t("verify.find", { number: seal.number })}
        </Link>
      </p>
    </Card>
  );
}
