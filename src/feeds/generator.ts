/**
 * What RSS and Atom name as their generator: no version, because a new release of Broadsheet is no
 * new content.
 */
export const generator = "Broadsheet";
