import { useTranslation } from "react-i18next";

import { Card, LinkButton } from "~/components/ui";
import { Form, Hidden, RequestKey, SelectField, SubmitButton } from "~/forms";
import { exportFormats, type ReportName } from "~/reports/reports";

type Props = {
  name: ReportName;
  /** the report's own address without its page, so that a file is of what is seen */
  search: string;
  /** what is seen, whole: sent along with the form */
  filter: Record<string, string>;
  /** all rows are on the page */
  short: boolean;
  answer: unknown;
  requestKey: string;
};

/** A short report is saved at once; any report can be made into a file by a worker. */
export function SaveCard({ name, search, filter, short, answer, requestKey }: Props) {
  const { t } = useTranslation("reports");
  return (
    <Card title={t("save.title")} className="no-print">
      <div className="flex flex-col gap-5">
        {short ? (
          <div className="flex flex-wrap gap-2">
            {exportFormats.map((format) => (
              <LinkButton key={format} to={`/admin/reports/${name}/${format}?${search}`} look="secondary" reloadDocument download>
                {t("save.now", { format: format.toUpperCase() })}
              </LinkButton>
            ))}
          </div>
        ) : null}
        <Form answer={answer} id="export">
          <p className="text-sm text-quiet">{short ? t("save.short") : t("save.long")}</p>
          {Object.entries(filter).map(([field, value]) => (
            <Hidden key={field} name={field} value={value} />
          ))}
          <RequestKey value={requestKey} />
          <div className="flex flex-wrap items-end gap-4">
            <SelectField name="format" label={t("save.format")} options={exportFormats.map((value) => ({ value, label: value.toUpperCase() }))} />
            <SubmitButton look="secondary" className="self-end">{t("save.make")}</SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}
