import { data } from "@remix-run/node";

/** Any address nobody answers. A route, and not the router's own 404, so that theme and language are known to the page. */
export function loader(): never {
  throw data({ refusal: "missing" }, { status: 404 });
}

export const action = loader;

export default function Missing() {
  return null;
}
