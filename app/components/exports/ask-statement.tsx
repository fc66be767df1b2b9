import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

type Props = {
  rows: number;
  formats: readonly ("pdf" | "csv" | "json")[];
  /** what is seen, whole: sent along with the form */
  filter: Record<"from" | "until" | "wallet" | "currency", string>;
  answer: unknown;
  requestKey: string;
};

/** A statement that is too long to be made while the member waits. */
export function AskStatement({ rows, formats, filter, answer, requestKey }: Props) {
  const { t } = useTranslation("member");
  return (
    <Card title={t("exports.file")} className="no-print">
      <Form answer={answer} id="export">
        <p className="text-sm text-quiet">{t("exports.longStatement", { rows })}</p>
        {Object.entries(filter).map(([field, value]) => (
          <Hidden key={field} name={field} value={value} />
        ))}
        <RequestKey value={requestKey} />
        <div className="flex flex-wrap gap-2">
          {formats.map((format) => (
            <SubmitButton key={format} name="format" value={format} look={format === formats[0] ? "primary" : "secondary"}>
              {t(`exports.make.${format}`)}
            </SubmitButton>
          ))}
        </div>
      </Form>
    </Card>
  );
}
