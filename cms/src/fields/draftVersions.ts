/** Editors' documents keep drafts and a history. Bounded, since every kept version costs a row. */
export const draftVersions = { drafts: true, maxPerDoc: 30 } as const
