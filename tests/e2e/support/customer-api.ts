import { type APIRequestContext, expect } from "@playwright/test";

type Reply = { messages: { seq: number; kind: string; text: string; sender: { type: string } }[]; status: string };

/** A customer who talks over the public API, for journeys that look at the staff's side. */
export class ApiCustomer {
  private sent = 0;

  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
    readonly conversationId: string,
  ) {}

  /** A new visitor with a new conversation. */
  static async arrive(request: APIRequestContext): Promise<ApiCustomer> {
    const session = await request.post("/api/v1/sessions", { data: { locale: "en" } });
    expect(session.status()).toBe(201);
    const { token } = await session.json();
    const headers = { authorization: `Bearer ${token}` };
    const conversation = await request.post("/api/v1/conversations", { headers, data: {} });
    expect(conversation.status()).toBe(201);
    return new ApiCustomer(request, token, (await conversation.json()).id);
  }

  /** The same, who has asked something and waits for a person. */
  static async inQueue(request: APIRequestContext, question: string): Promise<ApiCustomer> {
    const customer = await ApiCustomer.arrive(request);
    await customer.say(question);
    const handoff = await customer.post("handoff", {});
    expect((await handoff.json()).status).toBe("queued");
    return customer;
  }

  private post(path: string, data: unknown) {
    const headers = { authorization: `Bearer ${this.token}` };
    return this.request.post(`/api/v1/conversations/${this.conversationId}/${path}`, { headers, data });
  }

  async say(text: string): Promise<void> {
    this.sent += 1;
    const reply = await this.post("messages", { clientMessageId: `c${this.sent}`, text });
    expect(reply.status()).toBe(201);
  }

  /** Tells that everything so far has been read. */
  async read(): Promise<void> {
    const { messages } = await this.log();
    expect((await this.post("read", { seq: messages.at(-1)?.seq ?? 0 })).ok()).toBe(true);
  }

  /** What the customer sees. */
  async log(): Promise<Reply> {
    const headers = { authorization: `Bearer ${this.token}` };
    const reply = await this.request.get(`/api/v1/conversations/${this.conversationId}/messages?after=0`, { headers });
    return reply.json();
  }

  /** The texts of what people have answered, in order. */
  async answers(): Promise<string[]> {
    return (await this.log()).messages.filter(({ sender }) => sender.type === "agent").map(({ text }) => text);
  }
}
