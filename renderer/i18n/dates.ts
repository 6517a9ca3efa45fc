/**
 * The locale in which dates are written: the language of the screen, in the region this device is set to. English in
 * London is "26 November", in Boston "November 26".
 */
export function localeForDates(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((one) => new Intl.Locale(one).language === new Intl.Locale(language).language) ?? language;
}

/** How a moment is written: the day and the minute, as `localeForDates` has it. */
export function momentsIn(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeForDates(language), { dateStyle: "long", timeStyle: "short" });
}
