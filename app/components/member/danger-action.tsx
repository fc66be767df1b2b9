import type { ReactNode } from "react";

import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

type Props = { summary: ReactNode; children: ReactNode; label: ReactNode; intent: string; requestKey: string; answer?: unknown };

/** Something that ends something: closed at first, so that a slip of the finger does nothing, and explained before its button. */
export function DangerAction({ summary, children, label, intent, requestKey, answer }: Props) {
  return (
    <details className="rounded-card border border-line bg-surface px-4 py-3 sm:px-5" open={answer ? true : undefined}>
      <summary className="min-h-6 text-sm text-danger underline underline-offset-4">{summary}</summary>
      <div className="mt-3 flex flex-col gap-4 pb-1">
        <div className="max-w-[36rem] text-sm text-quiet">{children}</div>
        <Form answer={answer}>
          <Hidden name="intent" value={intent} />
          <RequestKey value={requestKey} />
          <SubmitButton look="danger">{label}</SubmitButton>
        </Form>
      </div>
    </details>
  );
}
