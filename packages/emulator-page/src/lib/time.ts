const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const exact = new Intl.DateTimeFormat(undefined, {
  dateStyle: "medium",
  timeStyle: "medium",
});
const logTime = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hour12: false,
});
const day = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const shortDay = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** Formats hours and minutes. */
export const formatTime = (at: number | Date): string => time.format(at);
/** Formats date and time to the second. */
export const formatExact = (at: number | Date): string => exact.format(at);
/** Formats the time to the millisecond. */
export const formatLogTime = (at: number): string => logTime.format(at);
/** Formats the weekday and the date. */
export const formatDay = (at: Date): string => day.format(at);
/** Formats hours and minutes if `at` is on the same day as `now`, otherwise the day. */
export const formatShort = (at: number, now: number): string =>
  sameDay(new Date(at), new Date(now)) ? time.format(at) : shortDay.format(at);

/** Whether two times are on the same local day. */
export const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();
