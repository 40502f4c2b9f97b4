/** Why the text of a source cannot be had. Thrown within this room and caught in `read-source-file.ts`: never seen outside. */
export class UnreadableSource extends Error {
  /** In words that follow "… could not be read: ". */
  constructor(why: string) {
    super(why);
    this.name = 'UnreadableSource';
  }
}
