/** The states of a file: it comes in, it is there, it is to be taken away. */
export const fileStates = { arriving: 'arriving', stored: 'stored', removed: 'removed' } as const
