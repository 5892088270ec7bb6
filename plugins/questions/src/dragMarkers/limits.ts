export const maxMarkers = 30
export const maxZones = 20
/** How often a reusable marker may be put. */
export const maxUses = 20
