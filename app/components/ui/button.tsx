import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

import { classes } from "./classes";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "inline-flex items-center justify-center gap-2 rounded-control border text-sm font-strong text-center no-underline transition-colors duration-100";

const looks: Record<ButtonLook, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent underline underline-offset-4 hover:text-accent-strong hover:bg-accent-soft",
  danger: "border-transparent bg-danger text-on-danger hover:opacity-90",
};

const size = (compact: boolean) => (compact ? "min-h-9 px-3 py-1" : "min-h-11 px-4 py-2");

type Looks = { look?: ButtonLook; compact?: boolean };

export function Button({ look = "primary", compact = false, className, type = "button", ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & Looks) {
  return (
    <button
      type={type}
      className={classes(shape, looks[look], size(compact), "disabled:cursor-not-allowed disabled:opacity-60", className)}
      {...rest}
    />
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ look = "primary", compact = false, className, ...rest }: LinkProps & Looks) {
  return <Link className={classes(shape, looks[look], size(compact), className)} {...rest} />;
}
