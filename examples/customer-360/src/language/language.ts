/** The languages of the page. */
export const languages = { en: 'English', sv: 'Svenska', it: 'Italiano' } as const;

export type Language = keyof typeof languages;

const storageKey = 'customer-360.language';

export function isLanguage(text: string | null): text is Language {
  return text !== null && text in languages;
}

/** The language chosen before, else the first of the browser's that the page has, else English. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  if (isLanguage(chosen)) return chosen;
  const own = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return own.find(isLanguage) ?? 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
