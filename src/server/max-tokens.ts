/** The most tokens a document may have. */
export const maxTokens = 15_000;
