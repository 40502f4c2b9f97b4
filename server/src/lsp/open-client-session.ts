import { clientFiles } from './client-files.ts';
import { openSession as open } from './session.ts';
import type { OpenSession } from './session-context.ts';

/** A session that reaches no file but through the client. */
export const openSession: OpenSession = (context) =>
  open(context, (_, spellings) => clientFiles(context.outbox.request, spellings));
