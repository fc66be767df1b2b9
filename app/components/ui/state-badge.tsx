import { useTranslation } from "react-i18next";

import { Badge, type Tone } from "./badge";

const tones: Record<string, Tone> = {
  pending: "warning",
  submitted: "warning",
  open: "neutral",
  soon: "neutral",
  over: "neutral",
  signed: "success",
  awaiting: "warning",
  awaiting_funding: "warning",
  cooling: "warning",
  held: "warning",
  draft: "neutral",
  queued: "neutral",
  zero: "neutral",
  carried: "neutral",
  dropped: "neutral",
  cancelled: "neutral",
  expired: "neutral",
  retired: "neutral",
  inactive: "neutral",
  closed: "neutral",
  approved: "info",
  sent: "info",
  active: "success",
  matured: "success",
  confirmed: "success",
  posted: "success",
  imported: "success",
  usable: "success",
  rejected: "danger",
  returned: "danger",
  suspended: "danger",
  claimed: "danger",
  paying: "info",
  reserved: "info",
  on_emi: "info",
  paid: "success",
  delivered: "success",
  due: "warning",
  late: "danger",
  reversed: "danger",
  settled: "success",
  parked: "danger",
};

/** The state of a request, contract or plan in the person's words; colour only repeats what the word says. */
export function StateBadge({ state }: { state: string }) {
  const { t, i18n } = useTranslation();
  const key = `state.${state}`;
  const known = i18n.exists(key, { ns: "common" });
  return <Badge tone={tones[state] ?? "neutral"}>{known ? t(key as "state.pending") : t("state.other", { state })}</Badge>;
}
