/** First step of a deposit: which way the money will come. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { useMethodType } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, Money, Page, PageHeader } from "~/components/ui";
import { memberMethods } from "~/db/funding.server";

export const handle: MemberHandle = { title: "member:deposit.title", place: "wallet" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberMethods(token, "deposit")));
}

export default function ChooseMethod() {
  const { t } = useTranslation("member");
  const type = useMethodType();
  const { methods } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("deposit.title")} lead={t("deposit.chooseLead")} crumbs={[{ label: t("deposits.title"), to: "/deposits" }, { label: t("deposit.title") }]} />
      <Card title={t("deposit.choose")} padded={false}>
        {methods.length === 0 ? (
          <EmptyState title={t("deposit.noMethods.title")}>{t("deposit.noMethods.text")}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {methods.map((method) => (
              <li key={method.id} className="relative flex items-center gap-4 px-4 py-3.5 hover:bg-sunken sm:px-5">
                <div className="min-w-0 grow">
                  <Link to={`/deposits/new/${method.id}`} className="inline-flex min-h-6 items-center font-strong underline decoration-line-strong underline-offset-4 after:absolute after:inset-0">
                    {method.name}
                  </Link>
                  <p className="text-sm text-quiet">
                    {type(method.type)} · {method.currency}
                    {method.minimum ? (
                      <>
                        {" "}· {t("deposit.from")} <Money amount={method.minimum} currency={method.currency} />
                      </>
                    ) : null}
                  </p>
                </div>
                <ChevronRight aria-hidden="true" className="size-5 flex-none text-quiet" />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <p className="text-sm text-quiet">{t("deposit.ownMoney")}</p>
    </Page>
  );
}
