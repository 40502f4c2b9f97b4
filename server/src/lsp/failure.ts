/** Codes of errors, as the protocol and JSON-RPC number them. */
export const ErrorCode = {
  InvalidRequest: -32600,
  MethodNotFound: -32601,
  InvalidParams: -32602,
  Internal: -32603,
  ServerNotInitialized: -32002,
  RequestCancelled: -32800,
  ContentModified: -32801,
  ServerCancelled: -32802,
  RequestFailed: -32803,
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** The client has sent what cannot be answered. */
export class BadRequest extends Error {
  readonly code: ErrorCode = ErrorCode.InvalidParams;
}

/** What was asked for cannot be done, for a reason that the user should read. */
export class Refused extends Error {
  readonly code: ErrorCode = ErrorCode.RequestFailed;
}

/** What was asked for is about a state that is no more: the client asks again, or lets it be. */
export class ContentModified extends Error {
  readonly code: ErrorCode = ErrorCode.ContentModified;
}
