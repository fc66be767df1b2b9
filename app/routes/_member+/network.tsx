import { redirect } from "@remix-run/node";

/** The network's first page is what a member brought; the place keeps its address. */
export function loader() {
  return redirect("/referrals");
}
