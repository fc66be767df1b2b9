/** Spaces and dashes that a mail program, an app or a person put between digits do not count. */
const digitsOf = (typed: string): string => typed.replace(/[\s\u200b-]/g, "");

/** Written in groups of four, as people copy it. */
export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, "$1 ");

/** The six digits of a typed code. Null: not a code. */
export function readCode(typed: string): string | null {
  const digits = digitsOf(typed);
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** The twelve digits of a typed recovery code. Null: not one. */
export function readRecoveryCode(typed: string): string | null {
  const digits = digitsOf(typed);
  return /^[0-9]{12}$/.test(digits) ? digits : null;
}
