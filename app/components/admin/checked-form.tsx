import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, type Description } from "~/components/ui";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { CheckAnswers, isChecked } from "./check-answers";

type Values = Record<string, string>;

type CheckedFormProps = {
  /** what the action answered: `useActionData()` */
  answer: unknown;
  requestKey: string;
  /** values before anything was typed */
  defaults?: Record<string, string | boolean | undefined>;
  /** what was filled in, and figures that follow from it */
  items: (values: Values, aside: Values) => (Description | null | false | undefined)[];
  /** what happens once it is confirmed */
  next: ReactNode;
  confirm: ReactNode;
  /** what stands above the form as long as it can be filled in */
  above?: ReactNode;
  /** heading and what stands in the card before the fields */
  title?: ReactNode;
  before?: ReactNode;
  /** the fields */
  children: ReactNode;
};

/** A form in a card that shows what was filled in once more before it is done; `checkedForm` is its action. */
export function CheckedForm({ answer, requestKey, defaults, items, next, confirm, above, title, before, children }: CheckedFormProps) {
  const { t } = useTranslation("admin");
  if (isChecked(answer)) return <CheckAnswers answer={answer} title={t("check.title")} items={items(answer.values, answer.aside)} next={next} confirm={confirm} />;
  return (
    <>
      {above}
      <Card title={title}>
        {before}
        <Form answer={answer} defaults={defaults}>
          {children}
          <RequestKey value={requestKey} />
          <SubmitButton name="intent" value="check">
            {t("check.look")}
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}
