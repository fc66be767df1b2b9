import { LegalText } from "~/components/public/legal-text";
import type { RouteHandle } from "~/components/page-title";

export const handle: RouteHandle = { title: "public:risk.title" };

export default function Risk() {
  return <LegalText text="risk" />;
}
