import { useTranslation } from "react-i18next";

import { Field, Form, RequestKey, SelectField, SubmitButton } from "~/forms";
import { Disclosure } from "../disclosure";
import { useLabel } from "../use-label";
import { placements } from "./placements";

/** Places somebody who does not stand in the tree yet; for good. */
export function PlaceCard({ answer, requestKey }: { answer: unknown; requestKey: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return (
    <Disclosure summary={t("tree.place")} open={Boolean(answer)}>
      <p className="mb-4 text-sm text-quiet">{t("tree.placeText")}</p>
      <Form answer={answer} className="max-w-[36rem]">
        <Field name="member" label={t("tree.member")} hint={t("tree.memberHint")} autoComplete="off" spellCheck={false} maxLength={120} />
        <Field name="sponsor" label={t("tree.sponsor")} hint={t("tree.sponsorHint")} optional autoComplete="off" spellCheck={false} maxLength={120} />
        <SelectField name="placement" label={t("compensation.placement")} hint={t("tree.placementHint")} optional options={placements.map((value) => ({ value, label: label("placement", value) }))} />
        <RequestKey value={requestKey} />
        <SubmitButton>{t("tree.placeButton")}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
