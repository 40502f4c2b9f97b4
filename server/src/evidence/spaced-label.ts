const tight = /^(\d{1,3}(?:\.\d{1,3})+)(?=\p{Lu}\p{Ll})/u;

/** A line whose number is set apart from its first word by layout alone, `2.1The`, with a space between the two. */
export const spacedLabel = (line: string): string => line.replace(tight, '$1 ');
