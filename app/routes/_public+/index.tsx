import { data } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";

import { ExampleCredit } from "~/components/public/example-credit";
import { useSite } from "~/components/public/use-site";
import { CoverStrip } from "~/components/public/cover-strip";
import { LinkButton } from "~/components/ui";
import type { RouteHandle } from "~/components/page-title";
import { publicCoverage } from "~/db/public.server";
import { answerProblems } from "~/http/answer-problems.server";


export const handle: RouteHandle = { title: "public:home.title" };

export async function loader() {
  return data({ coverage: await answerProblems(() => publicCoverage()) });
}

export default function Home() {
  const { t } = useTranslation("public");
  const { coverage } = useLoaderData<typeof loader>();
  const site = useSite();
  const promises = t("home.promises.items", { returnObjects: true });
  const way = t("home.way.items", { returnObjects: true });
  return (
    <div className="flex flex-col gap-16 sm:gap-20">
      <div className="grid items-center gap-10 md:grid-cols-[1.15fr_1fr]">
        <div className="flex flex-col items-start gap-5">
          {site && site.company !== "Coffer" ? <p className="text-sm font-strong text-accent">{t("home.eyebrow", { company: site.company })}</p> : null}
          <h1 className="text-2xl">{t("home.heading")}</h1>
          <p className="max-w-[36rem] text-lg text-quiet">{t("home.lead")}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton to="/login">{t("home.join")}</LinkButton>
            <LinkButton to="/plans" look="secondary">
              {t("home.seePlans")}
            </LinkButton>
          </div>
        </div>
        <ExampleCredit />
      </div>

      <CoverStrip coverage={coverage} />

      <section aria-labelledby="promises" className="flex flex-col gap-6">
        <div className="max-w-[42rem]">
          <h2 id="promises" className="text-xl">
            {t("home.promises.title")}
          </h2>
          <p className="mt-2 text-quiet">{t("home.promises.lead")}</p>
        </div>
        <ol className="grid gap-x-10 border-t border-line md:grid-cols-2">
          {promises.map((promise, index) => (
            <li key={promise.title} className="flex gap-4 border-b border-line py-5">
              <span aria-hidden="true" className="w-6 flex-none text-lg tabular-nums text-accent">
                {index + 1}
              </span>
              <div>
                <h3 className="font-strong">{promise.title}</h3>
                <p className="mt-1 text-sm text-quiet">{promise.text}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>

      <section aria-labelledby="way" className="flex flex-col gap-6">
        <h2 id="way" className="text-xl">
          {t("home.way.title")}
        </h2>
        <ol className="grid gap-4 sm:grid-cols-2 md:grid-cols-4">
          {way.map((step) => (
            <li key={step.title} className="border-t-2 border-accent pt-3">
              <h3 className="font-strong">{step.title}</h3>
              <p className="mt-1 text-sm text-quiet">{step.text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section aria-labelledby="refuses" className="rounded-card border border-line bg-surface p-6 sm:p-8">
        <h2 id="refuses" className="text-xl">
          {t("home.refuses.title")}
        </h2>
        <p className="mt-3 max-w-[46rem] text-quiet">{t("home.refuses.text")}</p>
        <Link to="/risk" className="link mt-3 inline-flex min-h-6 items-center gap-1.5">
          {t("home.refuses.risk")}
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      </section>
    </div>
  );
}
