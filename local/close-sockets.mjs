/** Closing WebSockets so that clients see an end and not an error. */
const POLITE_MS = 500;

/** Says goodbye to every client of a server and cuts off whoever has not answered after half a second. */
export async function closeSockets(server) {
  const clients = [...server.clients];
  const closed = clients.map((client) => new Promise((resolve) => client.once("close", resolve)));
  for (const client of clients) client.close(1001);
  const late = setTimeout(() => {
    for (const client of clients) client.terminate();
  }, POLITE_MS);
  await Promise.all(closed);
  clearTimeout(late);
}
