import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { AnnouncementCard } from "~/components/announcements/announcement-card";
import type { Told } from "~/components/announcements/text-of.server";
import { Form, Hidden, SubmitButton } from "~/forms";

/** What the company tells now, on the first page until it is put away. */
export function HomeAnnouncements({ announcements }: { announcements: { id: string; told: Told }[] }) {
  const { t } = useTranslation("member");
  return announcements.map(({ id, told }) => (
    <AnnouncementCard
      key={id}
      told={told}
      aside={
        <Link to="/announcements" className="link inline-flex min-h-6 items-center">
          {t("announcements.all")}
        </Link>
      }
    >
      <Form id={`away-${id}`} action="/announcements" className="mt-4">
        <Hidden name="announcement" value={id} />
        <SubmitButton look="secondary" aria-label={t("announcements.dismissNamed", { title: told.title })}>
          {t("announcements.dismiss")}
        </SubmitButton>
      </Form>
    </AnnouncementCard>
  ));
}
