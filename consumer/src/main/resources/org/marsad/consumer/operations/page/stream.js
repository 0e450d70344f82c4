// The event stream: always open, always honest about its state.

const STALE_AFTER_MS = 40000; // two heartbeats and a half
const GIVE_UP_AFTER_MS = 60000; // a half-open connection never reports an error
const EVENTS = ['alert', 'removed', 'answers', 'told', 'strike', 'hospital', 'mute', 'heartbeat', 'reset'];

/** Listens, comes back by itself and resumes where it stopped. */
export class Stream {
  /**
   * @param handlers by the name of an event, each given what the event says; and refused, called
   *     whenever the stream has to be opened anew
   */
  constructor(handlers) {
    this.handlers = handlers;
    this.lastEventId = '';
    this.lastMessageAt = null;
    this.open();
    setInterval(() => this.check(), 5000);
  }

  /** 'connecting' before the first message, then 'live', 'stale' or 'lost'. */
  state() {
    if (this.lastMessageAt === null) {
      return this.source.readyState === EventSource.CLOSED ? 'lost' : 'connecting';
    }
    if (this.source.readyState !== EventSource.OPEN) {
      return 'lost';
    }
    return Date.now() - this.lastMessageAt > STALE_AFTER_MS ? 'stale' : 'live';
  }

  open() {
    // A new EventSource forgets its last id, so it travels in the address.
    const resume = this.lastEventId ? '?lastEventId=' + encodeURIComponent(this.lastEventId) : '';
    const source = new EventSource('/api/v1/stream' + resume);
    this.source = source;
    this.openedAt = Date.now();
    EVENTS.forEach((name) => source.addEventListener(name, (event) => {
      this.lastMessageAt = Date.now();
      this.lastEventId = event.lastEventId || this.lastEventId;
      this.handlers[name]?.(event.data ? JSON.parse(event.data) : {});
    }));
  }

  check() {
    const age = Date.now() - this.openedAt;
    const silence = Date.now() - (this.lastMessageAt ?? this.openedAt);
    const isRefused = this.source.readyState === EventSource.CLOSED;
    if (isRefused || (silence > GIVE_UP_AFTER_MS && age > GIVE_UP_AFTER_MS)) {
      this.source.close();
      this.handlers.refused();
      this.open();
    }
  }
}
