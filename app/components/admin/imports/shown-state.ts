import type { ImportLine } from "~/db/import.server";

/** An import waits for approval and is posted in words of its own: "submitted" and "posted" are said of other things. */
export const shownState = (state: ImportLine["state"]): string => ({ draft: "draft", submitted: "pending", posted: "imported", dropped: "dropped" })[state];
