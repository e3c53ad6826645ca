/** How much of a whole something is, 0 to 1; nothing of nothing is 0. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
