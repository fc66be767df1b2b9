/** The six digits of a typed code; spaces and dashes that a mail program or a person put between them do not count. Null: not a code. */
export function readCode(typed: string): string | null {
  const digits = typed.replace(/[\s\u200b-]/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}
