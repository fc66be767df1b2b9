/** A wish to move the business clock, as typed on a command line or sent by a form: `+1d`, or an instant in UTC. */
export type ClockStep = { by: string } | { to: string };

const units = { m: "minutes", h: "hours", d: "days", w: "weeks", mo: "months" } as const;

/** Null for anything else: a mistyped step must not move a clock that never goes back. */
export function readClockStep(text: string): ClockStep | null {
  const step = /^\+([1-9]\d{0,3})(m|h|d|w|mo)$/.exec(text);
  if (step) return { by: `${step[1] ?? ""} ${units[step[2] as keyof typeof units]}` };
  const instant = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?Z)?$/.exec(text);
  if (!instant) return null;
  const at = `${instant[1] ?? ""}T${instant[2] ?? "00:00"}${instant[3] ?? ":00"}Z`;
  // 30 February parses as 2 March: only what comes out as it went in is a date.
  const read = new Date(at);
  return !Number.isNaN(read.getTime()) && read.toISOString() === at.replace("Z", ".000Z") ? { to: at } : null;
}
