/** How Pusher names a socket. */
export const SOCKET_ID = /^\d{1,20}\.\d{1,20}$/;
