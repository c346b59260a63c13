/** Closing WebSockets so that clients see an end and not an error. */
const POLITE_MS = 500;

/** Says goodbye to every client of a server and cuts off whoever has not answered after half a second. */
export async function closeSockets(server) {
  const clients = [...server.clients];
  for (const client of clients) client.close(1001);
  const closed = Promise.all(
    clients.map(
      (client) => client.readyState === client.CLOSED || new Promise((resolve) => client.once("close", resolve)),
    ),
  );
  const late = setTimeout(() => clients.forEach((client) => client.terminate()), POLITE_MS);
  await closed;
  clearTimeout(late);
}
