/** What to do where a program could not be installed, a sentence; undefined where it is there. */
export function installProgram(program: string): string | undefined;
