const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const short = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const midnightOf = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);

/** Returns the number of days from a date until today. */
const daysAgo = (date: Date): number =>
  Math.round((midnightOf(new Date()) - midnightOf(date)) / 86_400_000);

export const timeOf = (date: Date): string => clock.format(date);

/** Returns "Today", "Yesterday" or the date. */
export function dayOf(date: Date): string {
  const days = daysAgo(date);
  const text = days < 2 ? relative.format(-days, "day") : day.format(date);
  return text[0]!.toUpperCase() + text.slice(1);
}

/** Returns the time for today, otherwise the date. */
export const shortTimeOf = (date: Date): string =>
  daysAgo(date) < 1 ? clock.format(date) : short.format(date);

export const isSameDay = (one: Date, other: Date): boolean =>
  one.toDateString() === other.toDateString();
