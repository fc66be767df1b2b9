import type { ReactElement } from "react";
import type { z } from "zod";

import type { Words } from "./words";

/** One kind of mail: which facts it needs, its subject line and what stands in it. */
export type MailKind<Facts extends z.ZodType = z.ZodType> = {
  facts: Facts;
  subject: (facts: z.output<Facts>, words: Words) => string;
  Mail: (props: { facts: z.output<Facts>; words: Words }) => ReactElement;
};

/** Ties the three together so that subject and body cannot ask for a fact the schema does not promise. */
export function defineMail<Facts extends z.ZodType>(kind: MailKind<Facts>): MailKind<Facts> {
  return kind;
}
