/** Why a document cannot be written. Thrown within this room and caught where the room is entered: never seen outside. */
export class ExportProblem extends Error {
  /** In words that follow "contract.docx: ". */
  constructor(why: string) {
    super(why);
    this.name = 'ExportProblem';
  }
}
