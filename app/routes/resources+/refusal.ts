import { data, type ActionFunctionArgs } from "@remix-run/node";

import { isRefusal, refusals } from "~/http/refusal";

/** Speaks a refusal of the server in the data format of a form sent by script (app/http/refuse.server.ts). Changes nothing. */
export function action({ request }: ActionFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const kind = search.get("kind");
  const known = isRefusal(kind) ? kind : "missing";
  throw data({ refusal: known, seconds: search.get("seconds") ?? "60" }, { status: refusals[known] });
}

export function loader() {
  throw data({ refusal: "missing" }, { status: 404 });
}
