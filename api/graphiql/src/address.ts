/** The API answers at the page's own address, over HTTP and over WebSocket. */
const page = new URL(location.pathname, location.href);
const socket = new URL(page);
socket.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:';

export const ADDRESS = { http: page.href, socket: socket.href };
