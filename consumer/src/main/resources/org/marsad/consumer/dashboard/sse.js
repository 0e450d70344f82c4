// The event stream: always open, always honest about its state.

const STALE_AFTER_MS = 40000; // two heartbeats and a half
const GIVE_UP_AFTER_MS = 60000; // a half-open connection never reports an error

/**
 * Listens, comes back by itself and resumes where it stopped.
 *
 * handlers: onOpen(), onReset(), onAlert(alert), onRemoved(said), onStrike(strike),
 * onAnswers(answers), onHeartbeat(facts).
 */
export class Stream {
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    this.lastEventId = '';
    this.lastMessageAt = null;
    this.open();
    setInterval(() => this.check(), 5000);
  }

  /** 'connecting' before the first message, then 'live', 'stale' or 'reconnecting'. */
  state() {
    if (this.lastMessageAt === null) {
      return 'connecting';
    }
    if (this.source.readyState !== EventSource.OPEN) {
      return 'reconnecting';
    }
    return this.silence() > STALE_AFTER_MS ? 'stale' : 'live';
  }

  /** Milliseconds since anything came, by this machine's clock. */
  silence() {
    return this.lastMessageAt === null ? Infinity : Date.now() - this.lastMessageAt;
  }

  open() {
    // A new EventSource forgets its last id, so it travels in the address.
    const resume = this.lastEventId ? '?lastEventId=' + encodeURIComponent(this.lastEventId) : '';
    const source = new EventSource(this.url + resume);
    this.source = source;
    this.openedAt = Date.now();
    source.addEventListener('open', () => this.handlers.onOpen());
    this.listen(source, 'alert', this.handlers.onAlert);
    this.listen(source, 'removed', this.handlers.onRemoved);
    this.listen(source, 'strike', this.handlers.onStrike);
    this.listen(source, 'answers', this.handlers.onAnswers);
    this.listen(source, 'heartbeat', this.handlers.onHeartbeat);
    this.listen(source, 'reset', this.handlers.onReset);
  }

  listen(source, name, handle) {
    source.addEventListener(name, (event) => {
      this.lastMessageAt = Date.now();
      this.lastEventId = event.lastEventId || this.lastEventId;
      handle(JSON.parse(event.data));
    });
  }

  check() {
    const refused = this.source.readyState === EventSource.CLOSED;
    const age = Date.now() - this.openedAt;
    const dead = this.silence() > GIVE_UP_AFTER_MS && age > GIVE_UP_AFTER_MS;
    if (refused || dead) {
      this.source.close();
      this.open();
    }
  }
}
