package io.modelcontextprotocol.spec;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What woven SDK code calls: one copy per class loader that defines the SDK, JDK types only, so
 * that no SDK code ever links to the agent. Every method passes its value through the adapter of
 * its row and gives the SDK's own value when there is no adapter or the adapter fails; a row that
 * fails {@value #MAX_FAULTS} times goes dark.
 */
public final class McpdiagHook {
  /** Rows of {@link #adapters}; the adapters' side has the same numbers. */
  public static final int REQUEST = 0;

  /** A notification that this client sends. */
  public static final int NOTIFICATION = 1;

  /** A public operation of the client, around one or more requests. */
  public static final int OPERATION = 2;

  /** The message of a request, before the transport gets it. */
  public static final int MESSAGE = 3;

  /** The connection attempt of a new session. */
  public static final int CONNECTING = 4;

  /** Where an HTTP transport sends to. */
  public static final int ADDRESS = 5;

  /** What a stdio transport starts. */
  public static final int COMMAND = 6;

  /** The application closes its client. */
  public static final int CLOSING = 7;

  /** One HTTP exchange of the JDK's client. */
  public static final int EXCHANGE = 8;

  /** The start of a stdio server's process. */
  public static final int START = 9;

  /** A line of a stdio server that is about to be parsed. */
  public static final int LINE = 10;

  /** A line of a stdio server that was parsed. */
  public static final int PARSED = 11;

  /** The reader of a stdio server's output stopped. */
  public static final int READER_ENDED = 12;

  /** A line that a stdio server wrote to stderr. */
  public static final int STDERR_LINE = 13;

  /** A throwable that the SDK keeps to itself. */
  public static final int HIDDEN = 14;

  /** The timer of an initialization that begins. */
  public static final int TIMER = 15;

  /** The body of an HTTP request that is about to be built. */
  public static final int BODY = 16;

  /** Text over HTTP that is about to be parsed as a message. */
  public static final int READING = 17;

  /** Text over HTTP that was parsed. */
  public static final int READ = 18;

  /** The WebClient of a WebFlux transport. */
  public static final int WEB_CLIENT = 19;

  /** A server was built. */
  public static final int SERVER = 20;

  /** A server prepared the handlers of its sessions. */
  public static final int HANDLERS = 21;

  /** A request that comes in at a server. */
  public static final int INCOMING = 22;

  /** The work of a handler. */
  public static final int HANDLED = 23;

  /** A handler of the application. */
  public static final int FUNCTION = 24;

  /** An answer of a server that goes out. */
  public static final int ANSWERING = 25;

  /** A request of a server to its client. */
  public static final int ASKING = 26;

  /** A request of a server that comes in at its client. */
  public static final int ASKED = 27;

  /** A servlet transport has served a request, or refused it. */
  public static final int REJECTION = 28;

  /** An exception that a framework turns into an error result. */
  public static final int SWALLOWED = 29;

  /** A streamable session of a server. */
  public static final int SESSION = 30;

  /** A servlet transport begins to serve a request. */
  public static final int SERVING = 31;

  /** A message of a client that is about to be parsed. */
  public static final int INPUT = 32;

  /** A message of a client that was parsed. */
  public static final int INPUT_READ = 33;

  /** The reader of a stdio server's own input stopped. */
  public static final int INPUT_ENDED = 34;

  /** A stateless server is about to hand a request to its handler. */
  public static final int BEGINNING = 35;

  /** An address that a transport cannot use as it is written. */
  public static final int REFUSED_ADDRESS = 36;

  /** Code of the application prepares an HTTP request. */
  public static final int PREPARING = 37;

  /** The application is about to be asked to heal a refused request. */
  public static final int AUTHORIZING = 38;

  /** What it answers. */
  public static final int AUTHORIZED = 39;

  /** A servlet transport begins to write an event. */
  public static final int WRITING = 40;

  /** A servlet transport has written an event. */
  public static final int WRITTEN = 41;

  /** What a tool's method returned to a framework that keeps its error to itself. */
  public static final int RETURNED = 42;

  /** A notification, before the transport gets it. */
  public static final int ANNOUNCEMENT = 43;

  /** The body of an HTTP answer that a server's transport writes by itself. */
  public static final int OWN_BODY = 44;

  /** A library for signing in begins a step. */
  public static final int SIGNING_IN = 45;

  /** How many rows there are. */
  public static final int ROWS = 46;

  private static final int MAX_FAULTS = 5;
  private static final AtomicIntegerArray FAULTS = new AtomicIntegerArray(ROWS);

  private static volatile Function<Object[], Object> @Nullable [] adapters;
  private static volatile @Nullable Callable<Function<Object[], Object>[]> companion;
  private static volatile @Nullable BiConsumer<Integer, Throwable> faults;

  private static boolean isConnecting;

  private McpdiagHook() {}

  /**
   * Called once by the agent, right after it defined this class.
   *
   * @param maker makes the adapters, called when the first hook runs; an entry may be null
   * @param onFault hears of each adapter that threw, with its row
   */
  public static void link(
      Callable<Function<Object[], Object>[]> maker, BiConsumer<Integer, Throwable> onFault) {
    companion = maker;
    faults = onFault;
  }

  /** The Mono of {@code McpClientSession.sendRequest}. */
  public static Object request(
      Object mono, Object session, Object method, Object params, Object transport, Object timeout) {
    return pass(REQUEST, mono, session, method, params, transport, timeout);
  }

  /** The Mono of {@code McpClientSession.sendNotification}. */
  public static Object notification(
      Object mono, Object session, Object method, Object params, Object transport) {
    return pass(NOTIFICATION, mono, session, method, params, transport);
  }

  /** The Mono of a public method of {@code McpAsyncClient}. */
  public static Object operation(
      Object mono,
      Object client,
      Object transport,
      Object initializer,
      Object name,
      Object argument) {
    return pass(OPERATION, mono, client, transport, initializer, name, argument);
  }

  /** The message of a request on its way to the transport. */
  public static Object message(Object message, Object context) {
    return pass(MESSAGE, message, context);
  }

  /** The Mono of {@code McpClientTransport.connect}. */
  public static Object connecting(Object mono, Object transport, Object session) {
    return pass(CONNECTING, mono, transport, session);
  }

  /** Base URI and endpoint of an HTTP transport, and what sends for it. */
  public static void address(Object transport, Object base, Object endpoint, Object sender) {
    tell(ADDRESS, transport, base, endpoint, sender);
  }

  /** A request that a transport hands to a sender that it shares with others. */
  public static Object handing(Object request, Object transport) {
    tell(ADDRESS, transport, null, null, request);
    return request;
  }

  /** Text of a message that came over HTTP, before it is parsed. */
  public static Object reading(Object text, Object transport, Object carrier) {
    return pass(READING, text, transport, carrier);
  }

  /** The message that the text was parsed to. */
  public static Object read(Object message, Object transport, Object carrier) {
    return pass(READ, message, transport, carrier);
  }

  /** The WebClient that a WebFlux transport sends with. */
  public static Object webClient(Object client, Object transport) {
    return pass(WEB_CLIENT, client, transport);
  }

  /** Parameters of a stdio transport. */
  public static void command(Object transport, Object parameters) {
    tell(COMMAND, transport, parameters);
  }

  /** The client or its transport is being closed by the application. */
  public static void closing(Object transport) {
    tell(CLOSING, transport);
  }

  /** In place of {@code HttpClient.sendAsync}. */
  public static CompletableFuture<?> sendAsync(
      Object client, Object request, Object handler, Object self, Object carrier) {
    Object answer = run(EXCHANGE, client, request, handler, self, carrier);
    return answer instanceof CompletableFuture<?> future
        ? future
        : ((HttpClient) client)
            .sendAsync((HttpRequest) request, (HttpResponse.BodyHandler<?>) handler);
  }

  /** In place of {@code HttpRequest.BodyPublishers.ofString}. */
  public static HttpRequest.BodyPublisher body(Object text, Object carrier, Object transport) {
    HttpRequest.BodyPublisher own = HttpRequest.BodyPublishers.ofString((String) text);
    Object answer = run(BODY, own, carrier, text, transport);
    return answer instanceof HttpRequest.BodyPublisher watched ? watched : own;
  }

  /** In place of {@code ProcessBuilder.start}. */
  public static Process start(ProcessBuilder builder, Object transport) throws IOException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException | RuntimeException e) {
      tell(START, transport, null, e, builder);
      throw e;
    }
    tell(START, transport, process, null, builder);
    return process;
  }

  /** The process of a stdio transport that sends, null before it has one. */
  public static void running(Object transport, Object process) {
    if (process != null) {
      tell(START, transport, process, null, null);
    }
  }

  /** A line of a stdio server's output, before it is parsed. */
  public static Object line(Object text, Object transport) {
    return pass(LINE, text, transport);
  }

  /** The message that a line was parsed to. */
  public static Object parsed(Object message, Object transport) {
    return pass(PARSED, message, transport);
  }

  /** The reader loop of a stdio server's output ended. */
  public static void readerEnded(Object transport) {
    tell(READER_ENDED, transport);
  }

  /** A line of a stdio server's error output. */
  public static void stderrLine(Object transport, Object line) {
    tell(STDERR_LINE, transport, line);
  }

  /** A throwable given to {@code LifecycleInitializer.handleException}. */
  public static void hidden(Object initializer, Object throwable) {
    tell(HIDDEN, initializer, throwable);
  }

  /** {@code LifecycleInitializer.doInitialize} begins, with this much time. */
  public static void timer(Object initializer, Object timeout) {
    tell(TIMER, initializer, timeout);
  }

  /** A server's constructor ends. */
  public static void server(Object server, Object serverInfo, Object provider) {
    tell(SERVER, server, serverInfo, provider);
  }

  /** A streamable session's constructor ends. */
  public static void session(Object session, Object id, Object handlers) {
    tell(SESSION, session, id, handlers);
  }

  /** The handlers that a server prepares for its sessions. */
  public static Object handlers(Object handlers, Object server) {
    return pass(HANDLERS, handlers, server);
  }

  /** The Mono that answers a request. */
  public static Object incoming(
      Object mono,
      Object session,
      Object request,
      Object handlers,
      Object transport,
      Object state) {
    return pass(INCOMING, mono, session, request, handlers, transport, state);
  }

  /** The Mono of a handler, before the SDK turns its error into an answer. */
  public static Object handled(Object mono) {
    return pass(HANDLED, mono);
  }

  /** A handler function of the application. */
  public static Object function(Object function) {
    return pass(FUNCTION, function);
  }

  /** A message that a server sends. */
  public static Object answering(Object message) {
    return pass(ANSWERING, message);
  }

  /** The Mono of a request that a server sends. */
  public static Object asking(
      Object mono, Object session, Object method, Object params, Object handlers, Object timeout) {
    return pass(ASKING, mono, session, method, params, handlers, timeout);
  }

  /** The Mono that answers a server's request at its client. */
  public static Object asked(Object mono, Object session, Object request, Object transport) {
    return pass(ASKED, mono, session, request, transport);
  }

  /** A servlet transport begins to serve a request. */
  public static void serving(Object transport) {
    tell(SERVING, transport);
  }

  /** A servlet transport has served a request, or refused it. */
  public static void rejection(Object transport, Object request, Object response) {
    tell(REJECTION, transport, request, response);
  }

  /** The text of a message, before it is parsed. */
  public static Object input(Object text) {
    return pass(INPUT, text);
  }

  /** The message that a text was parsed to. */
  public static Object inputRead(Object message) {
    return pass(INPUT_READ, message);
  }

  /** The reader loop of a stdio server's own input ended. */
  public static void inputEnded(Object transport) {
    tell(INPUT_ENDED, transport);
  }

  /** Parameters of a request, right before a stateless server's handler gets them. */
  public static Object beginning(Object params, Object session, Object request) {
    return pass(BEGINNING, params, session, request);
  }

  /** The Publisher of a request customizer, in this method of a transport. */
  public static Object preparing(
      Object publisher, Object transport, Object carrier, Object method) {
    return pass(PREPARING, publisher, transport, carrier, method);
  }

  /** The transport context, right before an authorization error handler gets it. */
  public static Object authorizing(Object context, Object carrier) {
    return pass(AUTHORIZING, context, carrier);
  }

  /** The Publisher of an authorization error handler. */
  public static Object authorized(Object publisher, Object carrier) {
    return pass(AUTHORIZED, publisher, carrier);
  }

  /** The Mono of a library for signing in, by this method of it. */
  public static Object signingIn(Object mono, Object method) {
    return pass(SIGNING_IN, mono, method);
  }

  /** A servlet transport begins to write an event. */
  public static void writing() {
    tell(WRITING);
  }

  /** It has written it; where it did not get through, this is not called. */
  public static void written() {
    tell(WRITTEN);
  }

  /** A framework turns an exception into an error result. */
  public static void swallowed(Object callback, Object exception) {
    tell(SWALLOWED, callback, exception);
  }

  /** In place of {@code URI.create}. */
  public static URI uri(Object text, Object transport) {
    try {
      return URI.create((String) text);
    } catch (IllegalArgumentException e) {
      tell(REFUSED_ADDRESS, transport, text, e);
      throw e;
    }
  }

  /** In place of {@code Exception.getMessage}, where a framework makes a result of it. */
  public static @Nullable String swallowedMessage(Exception exception) {
    tell(SWALLOWED, null, exception);
    return exception.getMessage();
  }

  /** A notification on its way to the transport, which is null where a server sends it. */
  public static Object announcement(Object message, Object transport) {
    return pass(ANNOUNCEMENT, message, transport);
  }

  /** The body of an HTTP answer, as text or before it becomes text. */
  public static Object ownBody(Object body) {
    return pass(OWN_BODY, body);
  }

  /** What a tool's method returned: a publisher whose error becomes a result. */
  public static Object returned(Object result) {
    return pass(RETURNED, result);
  }

  /** The answer of a routed function of Spring, or the Mono that will give it. */
  public static Object routed(Object response, Object transport, Object request) {
    Object answer = run(REJECTION, transport, request, response);
    return answer == null ? response : answer;
  }

  /** The first value is the SDK's own; an adapter answers with another one or with null. */
  @SuppressWarnings("NullAway") // the SDK's own value is the only one that may not be null
  private static Object pass(int row, @Nullable Object... values) {
    Object own = values[0];
    Object answer = run(row, values);
    return answer == null ? own : answer;
  }

  private static void tell(int row, @Nullable Object... values) {
    run(row, values);
  }

  @SuppressWarnings("NullAway") // adapters take null values: the SDK's fields may hold null
  private static @Nullable Object run(int row, @Nullable Object... values) {
    try {
      Function<Object[], Object>[] all = adapters;
      if (all == null) {
        all = companion == null ? adapters : connect();
        if (all == null) {
          return null;
        }
      }
      Function<Object[], Object> adapter = all[row];
      return adapter == null ? null : adapter.apply(values);
    } catch (Throwable fault) {
      darken(row, fault);
      return null;
    }
  }

  private static synchronized Function<Object[], Object> @Nullable [] connect() throws Exception {
    Callable<Function<Object[], Object>[]> maker = companion;
    if (adapters == null && maker != null && !isConnecting) {
      isConnecting = true; // a hook that runs while the companion is made goes without
      try {
        adapters = maker.call();
      } finally {
        companion = null; // one attempt: where it fails, the hook stays dark
      }
    }
    return adapters;
  }

  @SuppressWarnings("NullAway") // an entry that is null is a hook that is off
  private static void darken(int row, Throwable fault) {
    try {
      Function<Object[], Object>[] all = adapters;
      if (all != null && FAULTS.incrementAndGet(row) >= MAX_FAULTS) {
        all[row] = null;
      }
      BiConsumer<Integer, Throwable> listener = faults;
      if (listener != null) {
        listener.accept(row, fault);
      }
    } catch (Throwable ignored) {
      // nothing of ours may reach the SDK, not even a fault about a fault
    }
  }
}
