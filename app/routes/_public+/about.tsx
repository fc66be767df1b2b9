import { LegalText } from "~/components/public/legal-text";
import type { RouteHandle } from "~/components/page-title";

export const handle: RouteHandle = { title: "public:about.title" };

export default function About() {
  return <LegalText text="about" />;
}
