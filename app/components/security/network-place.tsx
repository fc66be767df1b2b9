import { useTranslation } from "react-i18next";

import { placeOf } from "~/auth/network-place";

/** The place of an address in words, and the address itself: only the person's own sessions are shown with it. */
export function NetworkPlace({ address }: { address: string }) {
  const { t } = useTranslation("common");
  const { kind, prefix } = placeOf(address);
  return (
    <span className="break-all">
      {t(`place.${kind}`, { prefix })} ({address})
    </span>
  );
}
