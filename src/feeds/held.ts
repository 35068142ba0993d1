/** Keeps the place of a URL in what the `feed` package writes until an extension puts the right one there. */
export const heldUrl = "https://example.invalid/";

/** Keeps the place of a date in the same way. */
export const heldDate = new Date(0);
