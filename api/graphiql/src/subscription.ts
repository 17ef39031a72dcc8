/**
 * Subscriptions over graphql-transport-ws. Browsers cannot put headers on a WebSocket, so the headers of
 * the Headers tab travel as connection parameters.
 */
import type { FetcherParams } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { CloseCode, createClient } from 'graphql-ws';
import { ADDRESS } from './address';

/**
 * A lost connection is made again and the operation sent again; a refused one is not.
 * Fails with an Error that says why, or with the GraphQL errors of the operation.
 */
export function follow(
  params: FetcherParams,
  headers: Record<string, unknown> | undefined,
): AsyncIterator<ExecutionResult> {
  const client = createClient({
    url: ADDRESS.socket,
    connectionParams: headers,
    shouldRetry: failure => (failure as CloseEvent).code !== CloseCode.Forbidden,
  });
  const results = client.iterate({
    query: params.query,
    variables: params.variables as Record<string, unknown> | undefined,
    operationName: params.operationName,
  }) as AsyncIterator<ExecutionResult>;
  return {
    next: () => results.next().catch((failure: unknown) => Promise.reject(explained(failure))),
    return: () => results.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  };
}

function explained(failure: unknown): unknown {
  if (!(failure instanceof CloseEvent)) return failure;
  return new Error(failure.reason || `The connection was closed (code ${failure.code}). Is the server running?`);
}
