import { BookingFacts } from "./components/booking-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { booking } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const bookingCancelled = defineMail({
  facts: booking,
  subject: ({ reference }, { t }) => t("booking_cancelled.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("booking_cancelled.preview")} heading={t("booking_cancelled.heading")} to={facts.first_name}>
        <Paragraph>{t("booking_cancelled.text")}</Paragraph>
        <BookingFacts facts={facts} words={words} />
        <Paragraph>{t("booking_cancelled.next")}</Paragraph>
      </Layout>
    );
  },
});
