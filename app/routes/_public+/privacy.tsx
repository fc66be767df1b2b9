import { LegalText } from "~/components/public/legal-text";
import type { RouteHandle } from "~/components/page-title";

export const handle: RouteHandle = { title: "public:privacy.title" };

export default function Privacy() {
  return <LegalText text="privacy" />;
}
