import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { paramId } from "~/components/admin/param-id.server";
import { memberExportFile } from "~/db/own-export.server";
import { streamFile } from "~/files/send-file.server";
import { contentTypes, statementName } from "~/member-statement/file.server";

/** A finished file, to its member alone. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { storage_key, from, until, format } = await memberExportFile(token, paramId(params));
    const name = from && until ? statementName(from, until, format) : "coffer-my-data.json";
    return streamFile({ id: storage_key, storage_key, name, mime: contentTypes[format] });
  });
}
