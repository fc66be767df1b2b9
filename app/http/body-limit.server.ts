import type { Request } from "express";

/** Uploads may have 10 MB of file and the rest of their form, statement files 20 MB; anything else is a handful of fields. */
const uploadLimit = 11 * 1024 * 1024;
const statementLimit = 22 * 1024 * 1024;
const formLimit = 256 * 1024;

/** Whether the body is larger than its kind may be. Every browser announces the length; a body without one is not read. */
export function isTooLarge(request: Request): boolean {
  const announced = request.headers["content-length"];
  if (announced === undefined) return request.headers["transfer-encoding"] !== undefined;
  const upload = request.path.startsWith("/admin/reconciliation/") ? statementLimit : uploadLimit;
  const limit = request.headers["content-type"]?.startsWith("multipart/form-data") ? upload : formLimit;
  return !/^\d{1,12}$/.test(announced) || Number.parseInt(announced, 10) > limit;
}
