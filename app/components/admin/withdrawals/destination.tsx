import { useTranslation } from "react-i18next";

import { CopyValue, DescriptionList } from "~/components/ui";
import type { StaffWithdrawal } from "~/db/funding.server";
import { useLabel } from "../use-label";

/** Where the money goes, every part ready to be copied: typing an address by hand is how money gets lost. */
export function Destination({ destination }: { destination: StaffWithdrawal["destination"] }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const copy = (term: string, value: string | null) => (value ? { term, value: <CopyValue value={value} label={term} /> } : null);
  return (
    <DescriptionList
      items={[
        { term: t("destination.type"), value: label("methodType", destination.type) },
        { term: t("destination.label"), value: destination.label },
        copy(t("method.address"), destination.address),
        copy(t("method.accountName"), destination.account_name),
        copy(t("method.accountNumber"), destination.account_number),
        copy(t("method.ifsc"), destination.ifsc),
      ]}
    />
  );
}
