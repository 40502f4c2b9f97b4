import { commands, type ExtensionContext, Location, Position, Range, Uri } from 'vscode';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from 'vscode-languageclient';
import { SHOW_CLAUSES } from '../../../server/src/lsp/protocol.ts';

/** What a code lens above a clause does: shows the clauses that it meets, where they stand. */
export function registerShowClauses(context: ExtensionContext): void {
  const show = (file: string, at: ProtocolPosition, clauses: readonly ProtocolLocation[]) =>
    commands.executeCommand('editor.action.showReferences', Uri.parse(file), position(at), clauses.map(location));
  context.subscriptions.push(commands.registerCommand(SHOW_CLAUSES, show));
}

const position = ({ line, character }: ProtocolPosition): Position => new Position(line, character);

const location = ({ uri, range }: ProtocolLocation): Location =>
  new Location(Uri.parse(uri), new Range(position(range.start), position(range.end)));
