/** Dates for people: always with the month's name, so nobody takes 3/4 for April or March. */

/** Browsers and Node disagree on "Sep" or "Sept"; a fixed list keeps the server's page and the browser's the same. */
const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function parts(value: string, zone: string): Record<string, string> {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: instant === value ? zone : "UTC",
    timeZoneName: "short",
  });
  return Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

function monthName(month: string, language: string): string {
  const index = Number.parseInt(month, 10) - 1;
  if (language === "en") return englishMonths[index] ?? month;
  return new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2027, index, 1)));
}

/** "3 Mar 2027" for "2027-03-03", or for an instant as seen from `zone`. */
export function formatDate(value: string, language = "en", zone = "UTC"): string {
  const { day = "", month = "", year = "" } = parts(value, zone);
  return `${day.replace(/^0/, "")} ${monthName(month, language)} ${year}`;
}

/** "3 Mar 2027, 10:05 UTC": an instant always names its zone. */
export function formatTime(value: string, language = "en", zone = "UTC"): string {
  const { hour = "", minute = "", timeZoneName = zone } = parts(value, zone);
  return `${formatDate(value, language, zone)}, ${hour}:${minute} ${timeZoneName}`;
}
