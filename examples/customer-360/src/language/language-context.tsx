import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { Format } from './format.js';
import { firstLanguage, keepLanguage, type Language } from './language.js';
import { en, type Messages } from './messages/en.js';
import { it } from './messages/it.js';
import { sv } from './messages/sv.js';

const messages: Record<Language, Messages> = { en, sv, it };

interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly text: Messages;
  readonly format: Format;
}

const WordsContext = createContext<Words | null>(null);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  const words = useMemo(
    () => ({ language, setLanguage, text: messages[language], format: new Format(language) }),
    [language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words and formats of the chosen language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords needs a LanguageProvider above it');
  return words;
}
