import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, DescriptionList, type Description } from "~/components/ui";
import { Form, Hidden, SubmitButton } from "~/forms";

/** The step a form was sent for: look at it once more, go back to it, or do it. */
export const intents = ["check", "edit", "confirm"] as const;

type Checked = { check: true; values: Record<string, string>; aside: Record<string, string> };

/** Whether the action has answered with "look at it once more". */
export function isChecked(answer: unknown): answer is Checked {
  return typeof answer === "object" && answer !== null && "check" in answer;
}

type CheckAnswersProps = {
  answer: Checked;
  title: ReactNode;
  items: (Description | null | false | undefined)[];
  /** what happens once it is confirmed */
  next: ReactNode;
  confirm: ReactNode;
  children?: ReactNode;
};

/** What was filled in, once more and in full, before it is done. The values travel along, so nothing is kept on the server. */
export function CheckAnswers({ answer, title, items, next, confirm, children }: CheckAnswersProps) {
  const { t } = useTranslation("admin");
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <p ref={heading} tabIndex={-1} className="mb-4 text-lg font-strong outline-none">
        {title}
      </p>
      <DescriptionList items={items} />
      <div className="mt-5 flex flex-col gap-5 border-t border-line pt-5">
        {children}
        <div>
          <p className="text-sm font-strong">{t("check.next")}</p>
          <div className="text-sm text-quiet">{next}</div>
        </div>
        <Form>
          {Object.entries(answer.values).map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="confirm">
              {confirm}
            </SubmitButton>
            <SubmitButton name="intent" value="edit" look="secondary">
              {t("check.change")}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}
