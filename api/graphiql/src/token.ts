/**
 * The access token arrives in the address as `#token=…`. A fragment never travels to a server, and it is
 * taken out of the address at once, so that it stays out of the history and of shared links.
 */
const KEY = 'rolecall:token';

export function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    sessionStorage.setItem(KEY, token);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(KEY) ?? '';
}
