import { useTranslation } from "react-i18next";

import { DateText, Stat } from "~/components/ui";
import type { StaffHome } from "~/db/office.server";
import { isZero } from "~/money/format";
import { useMay } from "../use-staff";

type HealthCardProps = Pick<StaffHome, "members" | "jobs" | "trial"> & { reconciled: StaffHome["coverage"]["reconciled"] };

/** Members, mails, jobs, books and reconciliation, a figure each, leading to where it is explained. */
export function HealthCard({ members, jobs, trial, reconciled }: HealthCardProps) {
  const { t } = useTranslation("admin");
  const may = useMay();
  const off = trial.filter(({ difference }) => !isZero(difference));
  const days = reconciled.flatMap(({ on }) => (on === null ? [] : [on])).sort();
  const open = reconciled.filter(({ on }) => on === null).map(({ currency }) => currency);
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Stat label={t("home.members")} value={members.total} note={t("home.newMembers", { count: members.new_7d })} to={may("members.read") ? "/admin/members" : undefined} />
      <Stat
        label={t("home.mails")}
        value={jobs.parked_mails > 0 ? t("home.parked", { count: jobs.parked_mails }) : t("home.mailsFine")}
        note={t("home.queued", { count: jobs.queued_mails + jobs.unsent })}
        to={may("jobs.read") ? "/admin/jobs/mails" : undefined}
      />
      <Stat label={t("home.jobs")} value={jobs.failed > 0 ? t("home.failed", { count: jobs.failed }) : t("home.jobsFine")} to={may("jobs.read") ? "/admin/jobs" : undefined} />
      <Stat
        label={t("home.books")}
        value={off.length > 0 ? t("home.booksOff") : t("home.booksFine")}
        note={off.length > 0 ? off.map(({ currency, difference }) => `${difference} ${currency}`).join(", ") : t("home.booksText")}
        to={may("journals.read") ? "/admin/books" : undefined}
      />
      <Stat
        label={t("home.reconciled")}
        value={days[0] === undefined ? t("home.notReconciled") : <DateText value={days[0]} />}
        note={days[0] !== undefined && open.length > 0 ? t("home.notReconciledIn", { currencies: open.join(", ") }) : t("home.reconciledText")}
        to={may("reconciliation.read") ? "/admin/reconciliation" : undefined}
      />
    </div>
  );
}
