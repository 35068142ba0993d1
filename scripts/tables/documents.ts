/** The documents that hold tables of the code, from the root. */
export const documentsWithTables = ["README.md", "docs/faults.md"] as const;
