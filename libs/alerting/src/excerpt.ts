/** How much of a customer's text goes into a message: enough to judge it, the rest is in the case. */
export const excerptCharacters = 300;
/** How much of a customer's or a source's name goes into a message. */
export const nameCharacters = 60;
