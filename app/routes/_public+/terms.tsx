import { LegalText } from "~/components/public/legal-text";
import type { RouteHandle } from "~/components/page-title";

export const handle: RouteHandle = { title: "public:terms.title" };

export default function Terms() {
  return <LegalText text="terms" />;
}
