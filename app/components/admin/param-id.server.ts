import { Problem } from "~/db/db-error.server";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in the address. What is no id names nothing, and the database need not be asked. */
export function paramId(params: Record<string, string | undefined>, name = "id"): string {
  const id = params[name];
  if (id === undefined || !uuid.test(id)) throw new Problem("not_found");
  return id;
}
